/** Calls something that may know secrets. What it answers and what it fails with are scrubbed, data and stack alike. */
export async function discreetly<T>(call: () => Promise<T>, scrub: (text: string) => string): Promise<T> {
  try {
    return scrubbed(await call(), scrub) as T;
  } catch (error) {
    throw scrubbed(error, scrub);
  }
}

/** Plain data is copied; an error keeps what it is, and its own words change. */
function scrubbed(value: unknown, scrub: (text: string) => string): unknown {
  if (typeof value === 'string') return scrub(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return scrubError(value, scrub);
  if (Array.isArray(value)) return value.map((item) => scrubbed(item, scrub));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, scrubbed(item, scrub)]));
}

function scrubError(error: Error, scrub: (text: string) => string): Error {
  for (const name of Object.getOwnPropertyNames(error)) {
    const value: unknown = Reflect.get(error, name);
    if (typeof value === 'string' || name === 'cause') Reflect.set(error, name, scrubbed(value, scrub));
  }
  return error;
}

/** A provider itself, which has methods, is no data. */
function isPlain(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isData);
}

function isData(value: unknown): boolean {
  return typeof value !== 'function';
}
