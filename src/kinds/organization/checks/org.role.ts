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
  page: {
    meaning: `A member may have roles (\`admin\`, \`operator\`, \`viewer\`) and single permissions such as \`host.create\`. What is neither
grants nothing, so the member would be turned away by an apply that they were meant to be able to run.`,
    fails: `apiVersion: stowage/v1
kind: Organization
metadata: { name: acme }
spec:
  members:
    - principal: ada@example.com
      roles: [admin]
    - principal: bob@example.com
      roles: [operater]
`,
    passes: `apiVersion: stowage/v1
kind: Organization
metadata: { name: acme }
spec:
  members:
    - principal: ada@example.com
      roles: [admin]
    - principal: bob@example.com
      roles: [operator]
`,
  },
};
