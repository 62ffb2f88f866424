import { brokenLeaseAct } from '../apply/break-lease.ts';
import type { Occasion } from '../apply/acts-of.ts';
import type { KeptLease } from '../apply/kept-lease.ts';
import { keepLease } from '../apply/kept-lease.ts';
import { Ledger } from '../apply/ledger.ts';
import type { ApplyEvent } from '../model/apply-event.ts';
import type { StateStore } from '../state/state-store.ts';
import type { Context } from './context.ts';
import { holderOf } from './holder-of.ts';
import type { OpenFleet } from './open-fleet.ts';
import { openLeases } from './open-fleet.ts';

/** What taking the lease of a fleet needs. */
export interface FleetLeaseInputs {
  readonly fleet: OpenFleet;
  readonly store: StateStore;
  readonly occasion: Occasion;
  /** Seconds to wait for whoever has it. */
  readonly patience: number;
  readonly report: (event: ApplyEvent) => void;
  readonly signal: AbortSignal;
}

/**
 * Takes the fleet's lease. Where it was taken over from somebody, the journal says so before anything else is done:
 * whatever they write after that is refused.
 */
export async function takeFleetLease(context: Context, inputs: FleetLeaseInputs): Promise<KeptLease> {
  const { fleet, store, occasion, patience, report, signal } = inputs;
  const lease = await keepLease({
    leases: await openLeases(context, fleet),
    holder: holderOf(context, occasion.actor),
    now: context.now,
    patience,
    waiting: (whom, seconds) => report({ type: 'waiting', for: whom, seconds }),
    signal,
  });
  const { broken } = lease;
  if (!broken) return lease;
  try {
    await store.fetch();
    const ledger = new Ledger({ store, recorded: await store.read(), desired: null });
    await ledger.write(() => [brokenLeaseAct(broken, 'It had expired', occasion)]);
    return lease;
  } catch (error) {
    await lease.release();
    throw error;
  }
}
