import { ExitCode } from '../../model/exit-code.ts';
import type { Lease } from '../../model/lease.ts';
import { StowageError } from '../../model/stowage-error.ts';
import { whoHolds } from './who-holds.ts';

/** Says that a lease is no longer what it was, and who has it now. */
export function lost({ scope }: Lease, found: Lease | null): StowageError {
  const now = found === null ? 'nobody holds it now' : whoHolds(found);
  return new StowageError(
    'lock.lost',
    `the lock of ${scope} was released, broken or taken over since it was last seen: ${now}`,
    'nothing more is done under it; when nobody else is applying, run the command again',
    ExitCode.Locked,
  );
}
