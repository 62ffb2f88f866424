import type { Check } from '../../kind.ts';
import { givenToComputes } from '../../address-checks/given-to-computes.ts';

/** A compute has several addresses of a family, and none is the primary one. */
export const primaryMissing: Check<'IPAssignment'> = {
  id: 'primary.missing',
  severity: 'warning',
  *run(_manifests, { graph, unread }) {
    for (const { compute, family, given } of givenToComputes(graph)) {
      const [first, ...others] = given;
      const second = others.find(({ id }) => id !== first?.id);
      if (!first || !second || given.some(({ assignment }) => assignment.spec.primary)) continue;
      if (unread('IPAssignment')) continue;
      const count = new Set(given.map(({ id }) => id)).size;
      yield {
        manifest: first.assignment,
        pointer: '/spec/compute',
        message: `${compute} has ${count} IPv${family} addresses, and none of them is primary`,
        hint: 'write primary: true on the one it is reached by',
        related: [
          { manifest: second.assignment, pointer: '/spec/compute', message: 'another of its addresses' },
        ],
      };
    }
  },
  page: {
    meaning: `A compute has several addresses of one family, and nothing says by which of them it is reached. A compute
with a single address of a family needs no word for it.`,
    fails: pageOf('false'),
    passes: pageOf('true'),
  },
};

function pageOf(first: string): string {
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
  primary: ${first}
---
apiVersion: stowage/v1
kind: IPAssignment
metadata:
  name: fsn1-web-01-shop
spec:
  compute: fsn1-web-01
  ip: shop-v4
`;
}
