import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FailureClass } from '../provider-failure.ts';
import { ProviderFailure } from '../provider-failure.ts';

/** The file in a sandbox's folder that says how it behaves; without it everything goes well at once. */
export const BEHAVIOUR_FILE = 'behaviour.json';

/** A failure that is wanted. */
export interface Fault {
  readonly on: 'make' | 'connect' | 'bootstrap' | 'observe' | 'remove' | 'list';
  /** The machine's name; absent, every machine. */
  readonly name?: string;
  /** Whether the request takes effect first: `after` is an answer that was lost. By default before. */
  readonly when?: 'before' | 'after';
  readonly failure: FailureClass;
  /** How often, over all processes; absent, always. */
  readonly times?: number;
  /** Seconds to wait that the failure asks for. */
  readonly retryAfter?: number;
}

/** How a sandbox behaves. */
export interface Behaviour {
  /** How long a call takes, from and to, in milliseconds. */
  readonly latencyMs?: readonly [number, number];
  /** How long a new machine stays invisible, in milliseconds. */
  readonly lagMs?: number;
  /** How many machines a region holds; one that is not named holds any number. */
  readonly stock?: Readonly<Record<string, number>>;
  readonly faults?: readonly Fault[];
}

/** Reads how the sandbox in a folder is to behave, anew for every call, so that a person may change it meanwhile. */
export function readBehaviour(folder: string): Behaviour {
  const file = join(folder, BEHAVIOUR_FILE);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Behaviour;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    const why = error instanceof Error ? error.message : String(error);
    throw new ProviderFailure('profile', `${file} cannot be used: ${why}`, 'mend that file, or delete it');
  }
}
