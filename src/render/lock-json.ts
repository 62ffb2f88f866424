import { canonicalJson } from '../model/canonical-json.ts';
import type { Lease } from '../model/lease.ts';
import { leaseExpired } from '../model/lease-expired.ts';
import { FORMAT_VERSION } from './diagnostics-json.ts';

/** The document of schemas/output/lock.json. Its token is nobody's business but the holder's. */
export function lockJson(lease: Lease | null, now: Date): string {
  const shown = lease && {
    holder: lease.holder,
    scope: lease.scope,
    epoch: lease.epoch,
    since: lease.since,
    expires: lease.expires,
    expired: leaseExpired(lease, now),
  };
  return `${canonicalJson({ formatVersion: FORMAT_VERSION, lease: shown }, 2)}\n`;
}
