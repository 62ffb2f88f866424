import type { Address } from './address.ts';
import type { Verb } from './step.ts';

/** What a step is told by. */
interface OfStep {
  readonly step: string;
  readonly verb: Verb;
  readonly address: Address;
}

/** How an apply ended. */
export interface ApplyTotals {
  /** Steps of the plan that are done. */
  readonly steps: number;
  readonly entries: number;
  /** The state commit now; null when nothing was ever applied. */
  readonly commit: string | null;
  readonly serial: number;
  readonly failed: number;
  /** Steps that were not begun: something they need failed, or somebody asked to stop. */
  readonly skipped: number;
  /** Intents of which nobody can tell whether they happened; `stowage resolve` settles them. */
  readonly unresolved: number;
}

/** What apply tells while it works; each is one line of `apply -o json`. */
export type ApplyEvent =
  | { readonly type: 'started'; readonly fleet: string; readonly digest: string; readonly steps: number }
  /** What has been awaited for some seconds. */
  | { readonly type: 'waiting'; readonly for: string; readonly seconds: number }
  /** What became of something that an earlier run began. */
  | {
      readonly type: 'recovered';
      readonly intent: string;
      readonly address: Address;
      readonly result: 'done' | 'not done' | 'unresolved';
      readonly message: string;
    }
  | { readonly type: 'recording'; readonly entries: number }
  /** A provider is being asked. */
  | (OfStep & { readonly type: 'begun'; readonly provider: string })
  | (OfStep & { readonly type: 'done'; readonly provider: string | null; readonly summary: string })
  | (OfStep & {
      readonly type: 'failed' | 'unresolved' | 'skipped';
      /** Why, where a provider said so: a code of `failure-class.ts`. */
      readonly code?: string;
      readonly message: string;
      readonly hint: string;
    })
  | ({ readonly type: 'finished' } & ApplyTotals);
