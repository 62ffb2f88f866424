import { brokenLeaseAct } from '../apply/break-lease.ts';
import { Ledger } from '../apply/ledger.ts';
import { ExitCode } from '../model/exit-code.ts';
import { StowageError } from '../model/stowage-error.ts';
import { lockText } from '../render/lock-text.ts';
import type { Context } from './context.ts';
import { openFleet, openLeases, openState } from './open-fleet.ts';
import type { CommonOptions } from './options.ts';

/** Options of `lock break`. */
export interface LockBreakOptions extends CommonOptions {
  readonly yes?: boolean;
}

/**
 * Ends somebody's lease and says so in the journal. Whoever had it records nothing and orders nothing any more; what
 * they began, the next apply settles.
 */
export async function lockBreak(context: Context, options: LockBreakOptions): Promise<ExitCode> {
  const fleet = openFleet(context, options);
  const leases = await openLeases(context, fleet);
  const seen = await leases.look();
  if (!seen) {
    context.stderr.write('Nobody has the lock.\n');
    return ExitCode.Success;
  }
  context.stderr.write(lockText(seen, context.now()));
  if (!options.yes) {
    const { name } = fleet.project;
    const answer = await context.ask(`Break it? Type ${name} to go on: `);
    if (answer === null) {
      const hint = 'make sure that run is dead, then run `stowage lock break --yes`';
      throw new StowageError('lock.unconfirmed', 'nobody is there to confirm that the lock is broken', hint);
    }
    if (answer.trim() !== name) {
      context.stderr.write('The lock stays.\n');
      return ExitCode.Error;
    }
  }
  const store = await openState(context, fleet);
  const { now, newId } = context;
  const actor = await context.actor(fleet.workspace.root);
  await leases.remove(seen);
  await store.fetch();
  const ledger = new Ledger({ store, recorded: await store.read(), desired: null });
  await ledger.write(() => [brokenLeaseAct(seen, 'A person broke it', { actor, now, newId })]);
  if (!options.quiet) context.stderr.write('The lock is broken.\n');
  return ExitCode.Success;
}
