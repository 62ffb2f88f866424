import type { Finding } from '../../../model/finding.ts';
import { networkText } from '../../../model/ip/ip-network.ts';
import { misfitsOfPool } from '../../address-checks/misfits-of-pool.ts';
import type { Pool } from '../../address-checks/pool-overlaps.ts';
import { poolOverlaps } from '../../address-checks/pool-overlaps.ts';
import type { Check } from '../../kind.ts';

/** So many of the pools inside another are shown. */
const SHOWN = 3;

/** Two pools could hand out one address. */
export const poolOverlap: Check<'IPPool'> = {
  id: 'pool.overlap',
  severity: 'error',
  *run(_manifests, { graph }) {
    for (const { pool, others } of poolOverlaps(graph).values()) yield told(pool, others);
  },
  page: {
    meaning: `Two pools have addresses in common, so both could hand out one of them. A pool inside the network of
another is accepted where the wider one excludes it.

Where the gateway of one of the two, or what it excludes, is not in its network either, it is that network which was
copied or misspelt: the error is at that pool and shows them, and nothing else is said of it.`,
    fails: `
apiVersion: stowage/v1
kind: IPPool
metadata:
  name: fsn1-private
spec:
  cidr: 10.20.0.0/16
---
apiVersion: stowage/v1
kind: IPPool
metadata:
  name: fsn1-storage
spec:
  cidr: 10.20.30.0/24
`,
    passes: `
apiVersion: stowage/v1
kind: IPPool
metadata:
  name: fsn1-private
spec:
  cidr: 10.20.0.0/16
  exclude:
    - 10.20.30.0/24
---
apiVersion: stowage/v1
kind: IPPool
metadata:
  name: fsn1-storage
spec:
  cidr: 10.20.30.0/24
`,
  },
};

/** Tells of one pool and others that overlap it. */
function told({ manifest, network }: Pool, others: readonly Pool[]): Finding {
  const [first] = others;
  const whose = first && `${networkText(first.network)} of IPPool/${first.manifest.metadata.name}`;
  const more = others.length > 1 ? ` and ${others.length - 1} more` : '';
  const misfits = misfitsOfPool(manifest);
  return {
    manifest,
    pointer: '/spec/cidr',
    message: `${networkText(network)} overlaps ${whose}${more}`,
    hint:
      misfits.length > 0
        ? 'write the network that is meant: other fields of the pool are of another, too'
        : 'give each pool a network of its own, or exclude the narrower from the wider',
    related: [
      ...others.slice(0, SHOWN).map((other) => ({
        manifest: other.manifest,
        pointer: '/spec/cidr',
        message: `${networkText(other.network)} is handed out here`,
      })),
      ...misfits,
    ],
  };
}
