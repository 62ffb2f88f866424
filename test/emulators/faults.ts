import type { Call } from './vendor.ts';
import type { EmulatedFault, Knobs } from './knobs.ts';

/** Finds the fault that strikes a call, and counts how often each has. */
export class Faults {
  readonly #knobs: Knobs;
  readonly #seen = new WeakMap<EmulatedFault, number>();

  constructor(knobs: Knobs) {
    this.#knobs = knobs;
  }

  for(call: Call): EmulatedFault | null {
    for (const fault of this.#knobs.faults) {
      if (!meant(fault, call)) continue;
      const seen = this.#seen.get(fault) ?? 0;
      this.#seen.set(fault, seen + 1);
      const skip = fault.skip ?? 0;
      if (seen >= skip && seen < skip + (fault.times ?? Infinity)) return fault;
    }
    return null;
  }
}

function meant({ on, body }: EmulatedFault, { method, path, text }: Call): boolean {
  const [verb, pattern = ''] = on.split(' ');
  if (verb !== method || (body !== undefined && !text.includes(body))) return false;
  const wanted = pattern.split('/');
  const given = path.split('/');
  return wanted.length === given.length && wanted.every((part, at) => part === '*' || part === given[at]);
}
