/** Names the nth host of a profile in a region. */
export function hostName(profile: string, region: string, nth: number): string {
  const place = region
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${profile}-${place}-${String(nth).padStart(2, '0')}`;
}

/** Gives out names that no host or compute has. */
export class HostNames {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  next(profile: string, region: string): string {
    let nth = 1;
    while (this.#taken.has(hostName(profile, region, nth))) nth++;
    const name = hostName(profile, region, nth);
    this.#taken.add(name);
    return name;
  }
}
