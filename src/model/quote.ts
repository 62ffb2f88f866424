import type { FailureClass } from './failure-class.ts';
import type { Price } from './price.ts';
import type { Resources } from './spec/definitions.ts';

/** Why an order would come to nothing. */
export interface Objection {
  readonly failure: FailureClass;
  readonly message: string;
  readonly hint: string;
}

/** Something an order asks for that its vendor means to take out of its offer. */
export interface Withdrawal {
  /** As people call it: `server type cx22`. */
  readonly what: string;
  /** The parameter of a profile that names it. */
  readonly parameter: string;
  /** `YYYY-MM-DD`, the last day on which it is to be had; null where the vendor names none. */
  readonly until: string | null;
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
  /** What the machine will have, as far as the provider tells; absent where it tells nothing. */
  readonly resources?: Resources;
  /** What of the order will not be to be had for ever; absent where the provider has announced nothing of the kind. */
  readonly withdrawals?: readonly Withdrawal[];
  /** Null where nothing stands in the way. */
  readonly objection: Objection | null;
}
