import type { Address } from './address.ts';
import type { Change } from './change.ts';
import type { Category } from './journal-entry.ts';
import type { MachineOrder } from './machine.ts';
import type { Placement } from './placement.ts';
import type { RecordedObject } from './recorded-object.ts';

export const VERBS = ['create', 'update', 'delete', 'place', 'move', 'resize', 'release'] as const;

export type Verb = (typeof VERBS)[number];

/** What a step does to the recorded state: one object, or one instance of a service. */
export type Effect =
  | {
      readonly of: 'object';
      readonly before: RecordedObject | null;
      readonly after: RecordedObject | null;
    }
  | { readonly of: 'placement'; readonly before: Placement | null; readonly after: Placement | null };

/** A line for the journal of one compute (or of the fleet, when null). */
export interface Note {
  readonly compute: string | null;
  readonly category: Category;
  readonly subject: string;
}

/** One thing apply does. */
export interface Step {
  /** `verb:Kind/name`, with `#instance` for a placement; unique in the plan. */
  readonly id: string;
  readonly verb: Verb;
  readonly address: Address;
  /** The ComputeProvider that carries it out; null where it is only recorded. */
  readonly provider: string | null;
  /** What is ordered there; absent on every other step. */
  readonly order?: MachineOrder;
  /** Ids of the steps that come first. */
  readonly needs: readonly string[];
  readonly changes: readonly Change[];
  readonly summary: string;
  /** Change of the monthly cost in the fleet's currency, decimal. */
  readonly cost: number;
  readonly effect: Effect;
  /** What the journal will say; one commit each, the first carries the effect. */
  readonly notes: readonly Note[];
}
