import type { KindName } from './spec/spec-of.ts';
import { SCHEMA_FACTS } from './spec/schema-facts.ts';

/** What a member of an Organization may be allowed to do. */
export const PERMISSIONS = [
  'host.create',
  'host.delete',
  'inventory.write',
  'network.write',
  'provider.write',
  'journal.write',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** Permissions by the name of a job. Whoever may write Organizations may give themselves any other. */
export const ROLES: Readonly<Record<string, readonly Permission[]>> = {
  admin: PERMISSIONS,
  operator: PERMISSIONS.filter((permission) => permission !== 'provider.write'),
  viewer: [],
};

/** What may happen to an object, or to the settings that are none: stowage.yaml and the allowed signers. */
export type DeedVerb = 'create' | 'update' | 'delete';

const GROUPS: Readonly<Record<(typeof SCHEMA_FACTS)[KindName]['group'], Permission>> = {
  inventory: 'inventory.write',
  network: 'network.write',
  ordering: 'provider.write',
  project: 'provider.write',
};

const HOSTS: Readonly<Record<DeedVerb, Permission>> = {
  create: 'host.create',
  // What changes an order may send it.
  update: 'host.create',
  delete: 'host.delete',
};

/** The permission that an act on an object of a kind takes. */
export function permissionFor(verb: DeedVerb, kind: KindName): Permission {
  return kind === 'Host' ? HOSTS[verb] : GROUPS[SCHEMA_FACTS[kind].group];
}

/** Everything that roles and single permissions add up to; a name that is neither adds nothing. */
export function permissionsOf(roles: readonly string[]): ReadonlySet<Permission> {
  return new Set(
    roles.flatMap((role) =>
      Object.hasOwn(ROLES, role)
        ? (ROLES[role] ?? [])
        : PERMISSIONS.filter((permission) => permission === role),
    ),
  );
}
