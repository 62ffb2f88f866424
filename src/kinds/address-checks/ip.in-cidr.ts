import type { Elsewhere, Finding } from '../../model/finding.ts';
import type { Graph } from '../../model/graph.ts';
import { ipLiterals } from '../../model/ip-literals.ts';
import type { IpNetwork } from '../../model/ip/ip-network.ts';
import { inNetwork, networkText } from '../../model/ip/ip-network.ts';
import { ipText } from '../../model/ip/ip-text.ts';
import { pointedAt } from '../../model/json-pointer.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Check } from '../kind.ts';
import { isNetworkTold } from './is-network-told.ts';
import { misfitsOfPool } from './misfits-of-pool.ts';

/** An address lies outside of the network that is said to hold it. */
export const ipInCidr: Check<'IPAddress' | 'IPPool'> = {
  id: 'ip.in-cidr',
  severity: 'error',
  *run(manifests, { graph }) {
    for (const manifest of manifests) {
      const finding = isPool(manifest) ? excludedOutside(manifest, graph) : addressOutside(manifest);
      if (finding) yield finding;
    }
  },
  page: {
    meaning: `\`cidr\` is the network the address lies in: it tells a machine whom it reaches without a gateway. An
address outside of it was copied from another network, or the network was. What an IPPool excludes must be inside its
network likewise: elsewhere it keeps nothing back.`,
    fails: `
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-web-01-v4
spec:
  address: 49.12.9.10
  type: public
  cidr: 49.12.8.0/24
`,
    passes: `
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-web-01-v4
spec:
  address: 49.12.8.10
  type: public
  cidr: 49.12.8.0/24
`,
  },
};

function isPool(manifest: Manifest<'IPAddress' | 'IPPool'>): manifest is Manifest<'IPPool'> {
  return manifest.kind === 'IPPool';
}

function addressOutside(manifest: Manifest<'IPAddress' | 'IPPool'>): Finding | undefined {
  const { address, network } = ipLiterals(manifest.spec);
  if (!address || !network || inNetwork(address, network)) return undefined;
  return {
    manifest,
    pointer: '/spec/address',
    message: `${ipText(address)} is not in ${networkText(network)}`,
    hint:
      address.family === network.family
        ? `the network is ${extent(network)}: correct the address or cidr`
        : `the address is IPv${address.family} and the network IPv${network.family}: correct one of them`,
    related: networkOf(manifest),
  };
}

/** The first that is outside: where the network is what is wrong, they all are. */
function excludedOutside(manifest: Manifest<'IPPool'>, graph: Graph): Finding | undefined {
  const [first, ...others] = misfitsOfPool(manifest);
  const { network } = ipLiterals(manifest.spec);
  // With the gateway outside as well, the network is what is wrong, and the gateway's check says so.
  if (!network || !first || first.pointer === '/spec/gateway' || isNetworkTold(manifest, graph))
    return undefined;
  const text = String(pointedAt(manifest, first.pointer)[0]?.value);
  return {
    manifest,
    pointer: first.pointer,
    message: `${text} is not in ${networkText(network)}, so excluding it keeps nothing back`,
    hint: `the network is ${extent(network)}: correct the address, or leave it out`,
    related: [...networkOf(manifest), ...others],
  };
}

function networkOf(manifest: Manifest): Elsewhere[] {
  return [{ manifest, pointer: '/spec/cidr', message: 'the network' }];
}

function extent({ family, first, last }: IpNetwork): string {
  return [first, last].map((value) => ipText({ family, value })).join(' to ');
}
