import type { Intent } from './intent.ts';
import type { Placement } from './placement.ts';
import type { RecordedObject } from './recorded-object.ts';

/** Everything the state branch says at one commit. */
export interface RecordedState {
  /** The commit read; null when nothing was ever applied. */
  readonly commit: string | null;
  /** Counts writes. */
  readonly serial: number;
  /** The manifest tree last applied. */
  readonly desired: string | null;
  /** The commit up to which every change was found signed; absent where no signatures are required. */
  readonly verified?: string;
  readonly objects: readonly RecordedObject[];
  readonly placements: readonly Placement[];
  /** What a run began and did not finish, oldest first; empty when all is well. */
  readonly intents: readonly Intent[];
}

/** The state of a fleet that was never applied. */
export const NOTHING_RECORDED: RecordedState = {
  commit: null,
  serial: 0,
  desired: null,
  objects: [],
  placements: [],
  intents: [],
};
