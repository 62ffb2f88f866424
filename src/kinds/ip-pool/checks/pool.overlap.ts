import type { Finding } from '../../../model/finding.ts';
import { excludedFrom } from '../../../model/free-in-pool.ts';
import { ipLiterals } from '../../../model/ip-literals.ts';
import { holders } from '../../../model/ip/holders.ts';
import type { IpNetwork } from '../../../model/ip/ip-network.ts';
import { networkText } from '../../../model/ip/ip-network.ts';
import { subtractRanges } from '../../../model/ip/subtract-ranges.ts';
import type { Manifest } from '../../../model/manifest.ts';
import type { Check } from '../../kind.ts';

/** A pool whose network can be read, and its place among the manifests. */
interface Pool {
  readonly manifest: Manifest<'IPPool'>;
  readonly network: IpNetwork;
  readonly nth: number;
}

/** So many of the pools inside another are shown. */
const SHOWN = 3;

/** Two pools could hand out one address. */
export const poolOverlap: Check<'IPPool'> = {
  id: 'pool.overlap',
  severity: 'error',
  *run(manifests) {
    const pools = manifests.flatMap((manifest, nth): Pool[] => {
      const { network } = ipLiterals(manifest.spec);
      return network ? [{ manifest, network, nth }] : [];
    });
    const inside = new Map<Pool, Pool[]>();
    for (const [inner, holding] of holders(pools, ({ network }) => network)) {
      const outer = firstSharing(inner, holding);
      if (!outer) continue;
      const others = inside.get(outer);
      if (others) others.push(inner);
      else inside.set(outer, [inner]);
    }
    for (const [outer, inner] of inside) {
      const [first, ...more] = inner;
      if (first) yield more.length === 0 ? told(first, [outer]) : told(outer, inner);
    }
  },
  page: {
    meaning: `Two pools have addresses in common, so both could hand out one of them. A pool inside the network of
another is accepted where the wider one excludes it.`,
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

/** Tells of one pool and others that overlap it; of two, at the later. */
function told(one: Pool, others: readonly Pool[]): Finding {
  const [first] = others;
  if (first && others.length === 1 && one.nth < first.nth) return told(first, [one]);
  const whose = first && `${networkText(first.network)} of IPPool/${first.manifest.metadata.name}`;
  const more = others.length > 1 ? ` and ${others.length - 1} more` : '';
  return {
    manifest: one.manifest,
    pointer: '/spec/cidr',
    message: `${networkText(one.network)} overlaps ${whose}${more}`,
    hint: 'give each pool a network of its own, or exclude the narrower from the wider',
    related: others.slice(0, SHOWN).map(({ manifest, network }) => ({
      manifest,
      pointer: '/spec/cidr',
      message: `${networkText(network)} is handed out here`,
    })),
  };
}

function firstSharing(inner: Pool, holding: Iterable<Pool>): Pool | undefined {
  for (const outer of holding) if (sharesAddresses(inner, outer)) return outer;
  return undefined;
}

function sharesAddresses(inner: Pool, outer: Pool): boolean {
  const excluded = [inner, outer].flatMap(({ manifest }) => excludedFrom(manifest.spec));
  return subtractRanges(inner.network, excluded).length > 0;
}
