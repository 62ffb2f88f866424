/** A schema's refusal as a person reads it, and what it points at. */
export interface SchemaFault {
  readonly keyword: string;
  readonly message: string;
  readonly hint?: string;
  /** The value that breaks the rule. */
  readonly pointer: string;
  /** What a person has to change, and is shown. */
  readonly at: string;
  readonly part: 'key' | 'value';
}

/** What an explanation adds to the error itself; where it says nothing else, the value is pointed at. */
export type Explanation = Pick<SchemaFault, 'message' | 'hint'> & Partial<SchemaFault>;

/** Gives the text of a scalar as it stands in the file. */
export type Written = (pointer: string) => string;
