import type { FailureClass } from './failure-class.ts';
import type { Price } from './price.ts';

/** Why an order would come to nothing. */
export interface Objection {
  readonly failure: FailureClass;
  readonly message: string;
  readonly hint: string;
}

/** What a provider says of one order before anything is tried. Nothing of it is a promise. */
export interface Quote {
  /** The id of the step. */
  readonly step: string;
  /** The first of the order's regions that has it now; null where none has, or the provider has only one. */
  readonly region: string | null;
  /** The provider does not tell what it has in stock. */
  readonly unknown?: true;
  /** The list price there as it is now, without VAT; null where the provider tells none. */
  readonly price: Price | null;
  /** Null where nothing stands in the way. */
  readonly objection: Objection | null;
}
