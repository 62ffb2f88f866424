import type { Graph } from '../../../model/graph.ts';
import { ipLiterals } from '../../../model/ip-literals.ts';
import { BITS } from '../../../model/ip/ip-address.ts';
import { inNetwork, networkText } from '../../../model/ip/ip-network.ts';
import type { IpNetwork } from '../../../model/ip/ip-network.ts';
import { holders } from '../../../model/ip/holders.ts';
import type { Manifest } from '../../../model/manifest.ts';
import { misfitsOfPool } from '../../address-checks/misfits-of-pool.ts';
import { poolOverlaps } from '../../address-checks/pool-overlaps.ts';
import type { Check } from '../../kind.ts';

/** One network, however many manifests name it. */
interface Named {
  readonly network: IpNetwork;
  /** The first to name it. */
  readonly manifest: Manifest<'IPAddress' | 'IPPool'>;
  readonly ofPool: boolean;
}

/** So many of the networks inside another are shown. */
const SHOWN = 3;

/** Two different networks have addresses in common. */
export const cidrOverlap: Check<'IPAddress'> = {
  id: 'cidr.overlap',
  severity: 'warning',
  *run(_manifests, { graph }) {
    const inside = new Map<Named, Named[]>();
    for (const [inner, [outer]] of holders(networksOf(graph), ({ network }) => network)) {
      // Of two pools, pool.overlap tells.
      if (!outer || (inner.ofPool && outer.ofPool)) continue;
      const others = inside.get(outer);
      if (others) others.push(inner);
      else inside.set(outer, [inner]);
    }
    for (const [{ network, manifest }, inner] of inside) {
      const [first] = inner;
      const more = inner.length > 1 ? ` and ${inner.length - 1} more` : '';
      yield {
        manifest,
        pointer: '/spec/cidr',
        message: `${networkText(network)} overlaps ${first ? networkText(first.network) : ''}${more}`,
        hint: 'machines of one take those of the other for their neighbours: write one network on both, or separate ones',
        related: inner.slice(0, SHOWN).map((other) => ({
          manifest: other.manifest,
          pointer: '/spec/cidr',
          message: `${networkText(other.network)} lies inside`,
        })),
      };
    }
  },
  page: {
    meaning: `Two manifests name different networks, one of which lies inside the other. A machine in the wider one takes
everything in the narrower for a neighbour and does not ask its gateway, so one of them cannot reach the other. Several
manifests that name one and the same network are as it should be. A network of a single address (/32, /128) overlaps
nothing, and of two IPPools \`pool.overlap\` tells.`,
    fails: `
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-web-01-private
spec:
  address: 10.20.0.10
  type: private
  cidr: 10.20.0.0/16
---
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-web-02-private
spec:
  address: 10.20.0.11
  type: private
  cidr: 10.20.0.0/24
`,
    passes: `
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-web-01-private
spec:
  address: 10.20.0.10
  type: private
  cidr: 10.20.0.0/24
---
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-web-02-private
spec:
  address: 10.20.0.11
  type: private
  cidr: 10.20.0.0/24
`,
  },
};

function networksOf(graph: Graph): Named[] {
  const spelt = new Set<string>();
  const found = new Map<string, Named>();
  for (const manifest of [...graph.all('IPPool'), ...graph.all('IPAddress')]) {
    const { cidr } = manifest.spec;
    const { network } = ipLiterals(manifest.spec);
    if (!network || cidr === undefined || network.prefix === BITS[network.family]) continue;
    const ofPool = manifest.kind === 'IPPool';
    if (isWrong(manifest, graph)) continue;
    // Most addresses spell their network as another did.
    if (!ofPool && spelt.has(cidr)) continue;
    spelt.add(cidr);
    const key = networkText(network);
    const known = found.get(key);
    if (!known) found.set(key, { network, manifest, ofPool });
  }
  return [...found.values()];
}

/** Tells whether a network is reported by itself already, as one that what should be in it contradicts. */
function isWrong(manifest: Manifest<'IPAddress'> | Manifest<'IPPool'>, graph: Graph): boolean {
  if (isPool(manifest)) return poolOverlaps(graph).has(manifest) || misfitsOfPool(manifest).length > 0;
  const { address, network } = ipLiterals(manifest.spec);
  return address !== null && network !== null && !inNetwork(address, network);
}

function isPool(manifest: Manifest<'IPAddress'> | Manifest<'IPPool'>): manifest is Manifest<'IPPool'> {
  return manifest.kind === 'IPPool';
}
