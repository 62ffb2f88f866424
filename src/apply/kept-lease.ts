import type { Holder, Lease } from '../model/lease.ts';
import { StowageError } from '../model/stowage-error.ts';
import type { LeaseStore } from '../state/lease-store.ts';

/** How long a lease holds without being renewed, in seconds. */
export const LEASE_SECONDS = 60;
const LOOK_AGAIN_MS = 500;
const SAY_AFTER_S = 2;
const SAY_AGAIN_S = 30;

/** What taking a lease needs. */
export interface LeaseInputs {
  readonly leases: LeaseStore;
  readonly holder: Holder;
  readonly now: () => Date;
  /** How long to wait for whoever has it, in seconds. */
  readonly patience: number;
  /** Told who is waited for: soon, whenever that changes, and now and then. */
  readonly waiting: (whom: string, seconds: number) => void;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  readonly seconds?: number;
}

/** A lease that is kept until it is released. */
export interface KeptLease {
  readonly epoch: number;
  /** The lease that had expired and was taken over. */
  readonly broken: Lease | null;
  /** Fails with `lock.lost` when it is no longer ours. */
  readonly confirm: () => Promise<void>;
  readonly release: () => Promise<void>;
}

/** Takes the lease, waiting for whoever has it, and renews it from then on. Fails with `lock.held`. */
export async function keepLease(inputs: LeaseInputs): Promise<KeptLease> {
  const { leases, now, seconds = LEASE_SECONDS } = inputs;
  const taken = await takePatiently(inputs, seconds);
  let { lease } = taken;
  let lost: Error | undefined;
  // One at a time: a renewal that overtakes another would find a lease it does not know.
  let turn: Promise<void> = Promise.resolve();
  const renew = (): Promise<void> =>
    (turn = turn.then(async () => {
      if (lost !== undefined) return;
      try {
        lease = await leases.renew(lease, seconds, now());
      } catch (error) {
        const failure = error instanceof Error ? error : new Error(String(error));
        const gone = failure instanceof StowageError && failure.code === 'lock.lost';
        // A remote that cannot be reached may be back before the lease runs out.
        if (gone || Date.parse(lease.expires) <= now().getTime()) lost = failure;
      }
    }));
  const timer = setInterval(() => void renew(), (seconds * 1000) / 3);
  timer.unref();
  return {
    epoch: lease.epoch,
    broken: taken.broken,
    async confirm() {
      await renew();
      if (lost !== undefined) throw lost;
    },
    async release() {
      clearInterval(timer);
      await turn;
      if (lost === undefined) await leases.release(lease);
    },
  };
}

async function takePatiently(
  { leases, holder, now, patience, waiting, signal }: LeaseInputs,
  seconds: number,
): ReturnType<LeaseStore['take']> {
  const start = performance.now();
  let said = { whom: '', at: 0 };
  for (;;) {
    try {
      return await leases.take(holder, seconds, now());
    } catch (error) {
      if (!(error instanceof StowageError) || error.code !== 'lock.held') throw error;
      const waited = (performance.now() - start) / 1000;
      if (waited >= patience || signal.aborted) throw error;
      const whom = `the lock: ${error.message}`;
      if (waited >= said.at + (whom === said.whom ? SAY_AGAIN_S : SAY_AFTER_S)) {
        said = { whom, at: waited };
        waiting(whom, Math.round(waited));
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS * (0.5 + Math.random())));
    }
  }
}
