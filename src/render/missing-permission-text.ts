import { few } from '../model/few.ts';
import type { MissingPermission } from '../model/missing-permission.ts';

/** Says which permission somebody lacks, what for, and who has it: `host.create of acme, for create:Host/web-01`. */
export function missingPermissionText({
  permission,
  organization,
  needed,
  holders,
}: MissingPermission): string {
  const whose = organization === null ? '' : ` of ${organization}`;
  const having = holders.length === 0 ? 'nobody has it' : `held by ${few(holders)}`;
  return `${permission}${whose}, for ${few(needed)} (${having})`;
}
