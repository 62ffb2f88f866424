import { wait } from '../http/wait.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { RobotApi } from './robot-api.ts';
import type { Transaction } from './robot-types.ts';

const FIRST_MS = 100;
const SLOWEST_MS = 5 * 60_000;
/** The next look is this part of the time since the first away. */
const SHARE_OF_AGE = 0.5;

/**
 * Waits until an order is delivered, which takes minutes to days, or cancelled. What it answers is what was seen last:
 * the order as it was where somebody stopped it, or where Robot does not let it look any more.
 */
export async function delivered(
  api: RobotApi,
  order: Transaction,
  signal: AbortSignal,
): Promise<Transaction> {
  const start = Date.now();
  for (let seen = order; ;) {
    if (seen.status === 'cancelled') return seen;
    if (seen.status === 'ready' && seen.server_number !== null) return seen;
    try {
      await wait(Math.min(Math.max((Date.now() - start) * SHARE_OF_AGE, FIRST_MS), SLOWEST_MS), signal);
      seen = (await api.transaction(order.id, signal)) ?? seen;
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      // The order stands, whoever looks or not; what may pass is worth another look.
      if (error.failure !== 'transient' || signal.aborted) return seen;
    }
  }
}

/** That Hetzner did not carry an order out. */
export function cancelledFailure({ id }: Transaction): ProviderFailure {
  const message = `Hetzner cancelled the order ${id}`;
  return new ProviderFailure('capacity', message, 'choose another region or profile, or try again later');
}
