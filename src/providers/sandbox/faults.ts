import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProviderFailure } from '../provider-failure.ts';
import type { Behaviour, Fault } from './behaviour.ts';

/** Where a sandbox counts how often each fault has struck; a file each, so that processes share the count. */
const FOLDER = 'faults';

/** Throws the failure that is wanted at this moment of a call, if there is one. */
export function strike(
  folder: string,
  { faults = [] }: Behaviour,
  on: Fault['on'],
  when: 'before' | 'after',
  name: string | null,
): void {
  for (const [index, fault] of faults.entries()) {
    const meant = fault.on === on && (fault.when ?? 'before') === when;
    if (!meant || (fault.name !== undefined && fault.name !== name)) continue;
    if (!isDue(folder, index, fault)) continue;
    const words = `the sandbox was told to fail (${fault.failure}, ${when} the effect of ${on})`;
    throw new ProviderFailure(fault.failure, words, 'see behaviour.json in its folder', fault.retryAfter);
  }
}

/** Claims one of the times a fault is to strike; no other call, of any process, gets the same. */
function isDue(folder: string, index: number, { times }: Fault): boolean {
  if (times === undefined) return true;
  mkdirSync(join(folder, FOLDER), { recursive: true });
  for (let nth = 0; nth < times; nth++) {
    try {
      writeFileSync(join(folder, FOLDER, `${index}-${nth}`), '', { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return false;
}
