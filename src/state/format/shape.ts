/** Where a value stands inside a document. */
type Path = readonly (string | number)[];

/** Data that is not of the shape stowage writes; tells where. */
export class ShapeFault extends Error {
  readonly path: Path;

  constructor(path: Path, message: string) {
    super(message);
    this.path = path;
  }
}

/** Reads plain data of a known shape, field by field; throws a ShapeFault where it differs. */
export class Shape {
  readonly #value: unknown;
  readonly #path: Path;

  constructor(value: unknown, path: Path = []) {
    this.#value = value;
    this.#path = path;
  }

  record(): Readonly<Record<string, unknown>> {
    const value = this.#value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw this.fault('fields');
    return value as Record<string, unknown>;
  }

  /** Refuses fields that this version does not know: dropping them would lose them at the next write. */
  only(...fields: readonly string[]): this {
    const alien = Object.keys(this.record()).find((field) => !fields.includes(field));
    if (alien === undefined) return this;
    throw new ShapeFault([...this.#path, alien], `the field ${alien} is not one stowage writes here`);
  }

  field(name: string): Shape {
    const record = this.record();
    return new Shape(Object.hasOwn(record, name) ? record[name] : undefined, [...this.#path, name]);
  }

  optional(): Shape | undefined {
    return this.#value === undefined ? undefined : this;
  }

  items(): Shape[] {
    if (!Array.isArray(this.#value)) throw this.fault('a list');
    return this.#value.map((item: unknown, index) => new Shape(item, [...this.#path, index]));
  }

  text(): string {
    if (typeof this.#value !== 'string') throw this.fault('text');
    return this.#value;
  }

  truth(): boolean {
    if (typeof this.#value !== 'boolean') throw this.fault('true or false');
    return this.#value;
  }

  number(): number {
    if (typeof this.#value !== 'number' || !Number.isFinite(this.#value)) throw this.fault('a number');
    return this.#value;
  }

  count(): number {
    if (!Number.isSafeInteger(this.#value) || Number(this.#value) < 0) throw this.fault('a whole number');
    return Number(this.#value);
  }

  oneOf<T extends string>(values: readonly T[]): T {
    const found = values.find((value) => value === this.#value);
    if (found === undefined)
      throw this.fault(values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`);
    return found;
  }

  texts(): Readonly<Record<string, string>> {
    for (const name of Object.keys(this.record())) this.field(name).text();
    return this.#value as Record<string, string>;
  }

  fault(expected: string): ShapeFault {
    const what = this.#path.length === 0 ? 'the file' : this.#path.join('.');
    if (this.#value === undefined) return new ShapeFault(this.#path, `${what} is missing`);
    return new ShapeFault(this.#path, `${what} must be ${expected}`);
  }
}
