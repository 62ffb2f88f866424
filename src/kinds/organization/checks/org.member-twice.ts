import type { Check } from '../../kind.ts';

/** One principal is a member of an organization twice. */
export const orgMemberTwice: Check<'Organization'> = {
  id: 'org.member-twice',
  severity: 'error',
  *run(manifests) {
    for (const manifest of manifests) {
      const seen = new Map<string, number>();
      for (const [index, { principal }] of (manifest.spec.members ?? []).entries()) {
        const first = seen.get(principal);
        if (first === undefined) seen.set(principal, index);
        else {
          yield {
            manifest,
            pointer: `/spec/members/${index}/principal`,
            message: `${principal} is a member already`,
            hint: 'write all of their roles in one entry, and delete the other; or correct the name',
            related: [
              { manifest, pointer: `/spec/members/${first}/principal`, message: 'first listed here' },
            ],
          };
        }
      }
    }
  },
  page: {
    meaning: `The roles of both entries hold. Whoever takes a role away from somebody, or takes them off the list, finds one entry,
changes it, and the other goes on allowing what it allowed.`,
    fails: example('ada@example.com'),
    passes: example('bob@example.com'),
  },
};

function example(second: string): string {
  return `apiVersion: stowage/v1
kind: Organization
metadata: { name: acme }
spec:
  members:
    - principal: ada@example.com
      roles: [admin]
    - principal: ${second}
      roles: [operator]
`;
}
