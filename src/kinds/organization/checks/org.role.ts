import { nearestName } from '../../../model/nearest-name.ts';
import { PERMISSIONS, ROLES } from '../../../model/permission.ts';
import type { Check } from '../../kind.ts';

const KNOWN: readonly string[] = [...Object.keys(ROLES), ...PERMISSIONS];

/** A member has a role that is neither a role nor a permission, so it would allow nothing. */
export const orgRole: Check<'Organization'> = {
  id: 'org.role',
  severity: 'error',
  *run(manifests) {
    for (const manifest of manifests) {
      for (const [member, { principal, roles }] of (manifest.spec.members ?? []).entries()) {
        for (const [index, role] of roles.entries()) {
          if (KNOWN.includes(role)) continue;
          const near = nearestName(role, KNOWN);
          yield {
            manifest,
            pointer: `/spec/members/${member}/roles/${index}`,
            message: `${principal} has ${role}, which is neither a role nor a permission`,
            hint: near === undefined ? `use one of ${KNOWN.join(', ')}` : `did you mean ${near}?`,
          };
        }
      }
    }
  },
};
