import { primaryRivals } from '../../address-checks/primary-rivals.ts';
import type { Check } from '../../kind.ts';

/** A compute has two primary addresses of one family. */
export const primaryUnique: Check<'IPAssignment'> = {
  id: 'primary.unique',
  severity: 'error',
  *run(_manifests, { graph }) {
    for (const { compute, family, first, others } of primaryRivals(graph)) {
      const { name } = first.assignment.metadata;
      for (const { assignment } of others) {
        yield {
          manifest: assignment,
          pointer: '/spec/primary',
          message: `the primary IPv${family} address of ${compute} is already that of IPAssignment/${name}`,
          hint: 'leave primary out of all but one, or correct the compute of the one that belongs to another',
          related: [
            { manifest: first.assignment, pointer: '/spec/primary', message: 'first made primary here' },
          ],
        };
      }
    }
  },
  page: {
    meaning: `The primary address is the one a compute is reached by, so there is at most one of each family; an IPv4 and
an IPv6 address may both be primary. An address that was given to the wrong compute often has this error; what the firewall
there does with its ports is looked at once it is mended.`,
    fails: pageOf('true'),
    passes: pageOf('false'),
  },
};

function pageOf(second: string): string {
  return `
apiVersion: stowage/v1
kind: Compute
metadata:
  name: fsn1-web-01
spec:
  type: vm
  provider: hetzner
  region: fsn1
---
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-web-01-v4
spec:
  address: 49.12.8.10
  type: public
---
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: shop-v4
spec:
  address: 49.12.8.11
  type: public
---
apiVersion: stowage/v1
kind: IPAssignment
metadata:
  name: fsn1-web-01-v4
spec:
  compute: fsn1-web-01
  ip: fsn1-web-01-v4
  primary: true
---
apiVersion: stowage/v1
kind: IPAssignment
metadata:
  name: fsn1-web-01-shop
spec:
  compute: fsn1-web-01
  ip: shop-v4
  primary: ${second}
`;
}
