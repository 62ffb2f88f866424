import { ExitCode } from '../../model/exit-code.ts';
import type { Lease } from '../../model/lease.ts';
import { GRACE_SECONDS } from '../../model/lease-expired.ts';
import { StowageError } from '../../model/stowage-error.ts';
import { whoHolds } from './who-holds.ts';

/** Says that somebody else is applying: who, where, since when and until when. */
export function held(lease: Lease, now: Date): StowageError {
  const { scope, expires } = lease;
  const left = Math.ceil((Date.parse(expires) - now.getTime()) / 1000) + GRACE_SECONDS;
  return new StowageError(
    'lock.held',
    `${scope} is locked: ${whoHolds(lease)}`,
    `wait for that run to end; if it is dead, its lock can be taken over in ${left} s, or see \`stowage lock status\``,
    ExitCode.Locked,
  );
}
