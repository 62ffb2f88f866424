import { addressesOfCompute } from '../../../model/addresses-of-compute.ts';
import type { Graph } from '../../../model/graph.ts';
import type { IpNetwork } from '../../../model/ip/ip-network.ts';
import { parseNetwork } from '../../../model/ip/ip-network.ts';
import { rangesOverlap } from '../../../model/ip/ip-range.ts';
import { specialNetworkOf } from '../../../model/ip/special-networks.ts';
import type { Manifest } from '../../../model/manifest.ts';
import { ruleSetsOf } from '../../../model/rule-sets.ts';
import { readRule } from '../../../packet-filter/read-rule.ts';
import { computeNames } from '../../firewall-checks/compute-names.ts';
import { exampleAddress, exampleCompute, exampleRule } from '../../firewall-checks/example-fleet.ts';
import type { Check } from '../../kind.ts';

/** The compute's own end of a rule is an address that no compute has on which the rule holds. */
export const fwUnmatchable: Check<'FirewallRule'> = {
  id: 'fw.unmatchable',
  severity: 'warning',
  *run(manifests, { graph, unread }) {
    if (unread('IPAssignment') || unread('IPAddress') || unread('IPPool')) return;
    for (const manifest of manifests) {
      const side = manifest.spec.direction === 'in' ? 'destination' : 'source';
      const network = parseNetwork(manifest.spec[side])?.network;
      // Without a clear meaning it is reported as such.
      if (!network || !readRule(manifest)) continue;
      const holders = (ruleSetsOf(graph).ofRule.get(manifest.metadata.name) ?? []).flatMap(
        ({ computes }) => computes,
      );
      if (holders.length === 0 || holders.some((compute) => mayBeAt(network, compute, graph))) continue;
      const [does, way] = side === 'destination' ? ['arrives', 'at'] : ['leaves', 'from'];
      yield {
        manifest,
        pointer: `/spec/${side}`,
        message: `nothing ${does} ${way} ${manifest.spec[side]} here: ${computeNames(holders)} ${holders.length === 1 ? 'has' : 'have'} other addresses`,
        hint: `correct ${side}, or leave it at any: the rule holds only where it is assigned`,
        related: holders.slice(0, 3).map((compute) => ({
          manifest: compute,
          pointer: '/metadata/name',
          message: 'the rule holds here',
        })),
      };
    }
  },
  page: {
    meaning: `The destination of a rule for incoming traffic, or the source of one for outgoing traffic, is an address of
the compute itself. None of the computes on which this rule holds has an address there, so it matches nothing. Most
often a number was mistyped, or the machine was given another address and the rule was forgotten.

Nothing is said where a compute's addresses of that family are not known, nor of loopback, link-local and multicast
addresses, which every compute has. An IPv6 address counts with the network in its \`cidr\`, which is routed to it.`,
    fails: example('10.20.0.70'),
    passes: example('10.20.0.7'),
  },
};

function mayBeAt(network: IpNetwork, { metadata }: Manifest<'Compute'>, graph: Graph): boolean {
  const special = specialNetworkOf(network);
  if (special && !special.private) return true;
  const known = addressesOfCompute(metadata.name, graph).filter(
    ({ range }) => range.family === network.family,
  );
  return known.length === 0 || known.some(({ range }) => rangesOverlap(range, network));
}

function example(destination: string): string {
  return [
    exampleRule(
      'allow-postgres',
      ...[
        'action: ALLOW',
        'protocol: tcp',
        'source: 10.20.0.0/16',
        `destination: ${destination}`,
        'portStart: 5432',
      ],
    ).slice(4),
    exampleCompute('fsn1-db-01', 'allow-postgres'),
    exampleAddress('fsn1-db-01', '10.20.0.7', 'private'),
  ].join('');
}
