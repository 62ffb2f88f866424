import type { MissingPermission } from '../model/missing-permission.ts';

const MOST = 5;

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

/** The first few of a list, and how many more there are. */
export function few(items: readonly string[]): string {
  const more = items.length > MOST ? ` and ${items.length - MOST} more` : '';
  return `${items.slice(0, MOST).join(', ')}${more}`;
}
