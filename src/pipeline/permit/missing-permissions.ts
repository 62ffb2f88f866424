import type { MissingPermission } from '../../model/missing-permission.ts';
import type { Permission } from '../../model/permission.ts';
import { permissionsOf } from '../../model/permission.ts';
import type { Authority } from './authority.ts';
import type { Deed } from './deed.ts';

/**
 * What somebody known by some names lacks for some deeds. A deed that concerns organizations with members takes the
 * permission of each of them; any other takes that of any organization with members.
 */
export function missingPermissions(
  deeds: readonly Deed[],
  authority: Authority,
  names: readonly string[],
): MissingPermission[] {
  if (authority.size === 0) return [];
  const missing = new Map<string, MissingPermission & { needed: string[] }>();
  for (const { what, permission, organizations } of deeds) {
    const concerned = organizations.filter((name) => authority.has(name));
    for (const organization of concerned.length > 0 ? concerned : [null]) {
      const holders = holdersOf(permission, organization, authority);
      if (holders.some((holder) => isNamed(holder, names))) continue;
      const id = `${permission} ${organization ?? ''}`;
      const known = missing.get(id);
      if (known) known.needed.push(what);
      else missing.set(id, { permission, organization, needed: [what], holders });
    }
  }
  return [...missing.values()];
}

/** Tells whether somebody is a member of any organization. */
export function isMember(authority: Authority, names: readonly string[]): boolean {
  return [...authority.values()].flat().some(({ principal }) => isNamed(principal, names));
}

function holdersOf(permission: Permission, organization: string | null, authority: Authority): string[] {
  const asked = organization === null ? [...authority.values()] : [authority.get(organization) ?? []];
  const members = asked.flat().filter(({ roles }) => permissionsOf(roles).has(permission));
  return [...new Set(members.map(({ principal }) => principal))].sort();
}

function isNamed(principal: string, names: readonly string[]): boolean {
  return names.some((name) => name.toLowerCase() === principal.toLowerCase());
}
