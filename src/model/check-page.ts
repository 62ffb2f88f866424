import type { Quote } from './quote.ts';

/** What a provider says of every order, where it has room. */
export interface ToldOfOrders extends Pick<Quote, 'resources' | 'withdrawals'> {
  /** The regions without room. */
  readonly full: readonly string[];
  /** The list price per month, in the currency of the order. */
  readonly monthly: number;
}

/** What a check tells a person who looks it up; its examples run as tests. */
export interface CheckPage {
  /** What it means and why it matters, in markdown: a paragraph or two, no heading. */
  readonly meaning: string;
  /** Manifests with this one mistake and no other: they yield exactly one diagnostic. */
  readonly fails: string;
  /** The same manifests, mended: they yield none. */
  readonly passes: string;
  /** Manifests that were applied before; absent where the check looks at no recorded state. */
  readonly applied?: string;
  /** Who applies them; absent where that is of no matter. */
  readonly actor?: string;
  /** What the provider says of orders; absent where nobody asks. */
  readonly quotes?: ToldOfOrders;
}
