/** Gives out names that are valid and that nothing else has. */
export class FreeNames {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  /** The name nearest to a text, with a number where it is taken. */
  next(text: string): string {
    const base = nameOf(text);
    let name = base;
    for (let nth = 2; this.#taken.has(name); nth++) name = `${base}-${nth}`;
    this.#taken.add(name);
    return name;
  }
}

/** Leaves room for a number in 253 characters. */
const LONGEST = 245;

/** Brings a text to the form of a manifest's name: parts of letters, digits and hyphens between dots. */
function nameOf(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .slice(0, LONGEST)
    .split('.')
    .map((part) => part.replace(/^-+|-+$/g, ''))
    .filter((part) => part !== '')
    .join('.');
  return name === '' ? 'machine' : name;
}
