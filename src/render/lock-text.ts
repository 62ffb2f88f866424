import type { Lease } from '../model/lease.ts';
import { leaseExpired } from '../model/lease-expired.ts';

/** Says who has the lock of a fleet. */
export function lockText(lease: Lease | null, now: Date): string {
  if (!lease) return 'Nobody has the lock.\n';
  const { holder, since, expires, epoch } = lease;
  const left = leaseExpired(lease, now)
    ? 'expired: the next apply takes it over'
    : `until ${expires}, renewed while it lives`;
  return [
    `${holder.name} has the lock`,
    `  on     ${holder.host}, process ${holder.pid}`,
    ...(holder.runUrl === null ? [] : [`  run    ${holder.runUrl}`]),
    `  since  ${since} (epoch ${epoch})`,
    `  lease  ${left}`,
    '',
  ].join('\n');
}
