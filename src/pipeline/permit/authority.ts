import type { RecordedObject } from '../../model/recorded-object.ts';
import type { OrganizationMember, OrganizationSpec } from '../../model/spec/organization.ts';

/** Who may do what: the members of every organization that has any. Empty, and nobody is restricted. */
export type Authority = ReadonlyMap<string, readonly OrganizationMember[]>;

/** Reads the members out of the Organizations among some objects. */
export function authorityOf(objects: readonly RecordedObject[]): Authority {
  const organizations = objects.filter(({ kind }) => kind === 'Organization');
  return new Map(
    organizations
      .map(({ key, spec }) => [key, (spec as OrganizationSpec).members ?? []] as const)
      .filter(([, members]) => members.length > 0),
  );
}
