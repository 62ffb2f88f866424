/** What stands where a secret would. */
export const HIDDEN = '(secret)';

/** A shorter text is a word that could not be kept out of messages without making them unreadable. */
export const SHORTEST_SECRET = 8;

/** A text that nobody is to see. Printed, logged or serialised by accident, it says `(secret)`. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself, for the one call that needs it. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  /** What `console.log` and error messages of Node show. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return HIDDEN;
  }
}
