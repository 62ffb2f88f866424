/** Decimal amounts in one currency. */
export interface Price {
  readonly monthly: number;
  readonly setup: number;
  /** ISO 4217. */
  readonly currency: string;
}
