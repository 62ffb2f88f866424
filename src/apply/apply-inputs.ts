import type { ApplyEvent } from '../model/apply-event.ts';
import type { Intent } from '../model/intent.ts';
import type { RecordedState } from '../model/recorded.ts';
import type { Occasion } from './acts-of.ts';
import type { Join } from './do-task.ts';
import type { Ledger } from './ledger.ts';
import type { ProviderOf } from './provider-of.ts';

/** What an apply needs besides the plan. */
export interface ApplyInputs extends Occasion {
  readonly ledger: Ledger;
  /** The state the plan was computed from. */
  readonly planned: RecordedState;
  /** Intents of earlier runs that are proven to have had no effect. */
  readonly absent: readonly Intent[];
  /** The uids that objects keep whose machine is taken back from a state that is lost, by step; none where absent. */
  readonly reclaimed?: ReadonlyMap<string, string>;
  /** The epoch of the lease that is held. */
  readonly epoch: number;
  /** Fails with `lock.lost` when the lease is no longer ours. */
  readonly confirm: () => Promise<void>;
  readonly providerOf: ProviderOf;
  readonly join: Join;
  /** How many machines are made or given back at once. */
  readonly parallelism: number;
  readonly report: (event: ApplyEvent) => void;
  /** Aborted when somebody asks to stop: nothing new is begun, and what is under way is finished and recorded. */
  readonly signal: AbortSignal;
}
