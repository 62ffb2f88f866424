/**
 * Reads something for many who ask at about the same time. Whoever asks gets a reading that began after they did: one is
 * under way at most, and one waits for it.
 */
export class SharedReading<T> {
  readonly #read: () => Promise<T>;
  #current: Promise<unknown> | null = null;
  #next: Promise<T> | null = null;

  constructor(read: () => Promise<T>) {
    this.#read = read;
  }

  now(): Promise<T> {
    this.#next ??= (this.#current ?? Promise.resolve()).then(() => this.#begin());
    return this.#next;
  }

  #begin(): Promise<T> {
    this.#next = null;
    const reading = this.#read();
    this.#current = reading.catch(() => undefined);
    return reading;
  }
}
