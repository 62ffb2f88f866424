import type { Address } from './address.ts';
import type { Verb } from './step.ts';

/** What apply tells while it works; each is one line of `apply -o json`. */
export type ApplyEvent =
  | { readonly type: 'started'; readonly fleet: string; readonly digest: string; readonly steps: number }
  | { readonly type: 'recording'; readonly entries: number }
  | {
      readonly type: 'done';
      readonly step: string;
      readonly verb: Verb;
      readonly address: Address;
      readonly summary: string;
    }
  | {
      readonly type: 'finished';
      readonly steps: number;
      readonly entries: number;
      /** The state commit now; null when nothing was ever applied. */
      readonly commit: string | null;
      readonly serial: number;
    };
