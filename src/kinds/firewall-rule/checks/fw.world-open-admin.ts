import { addressesOfCompute } from '../../../model/addresses-of-compute.ts';
import type { Graph } from '../../../model/graph.ts';
import type { IpNetwork } from '../../../model/ip/ip-network.ts';
import { parseNetwork } from '../../../model/ip/ip-network.ts';
import type { Manifest } from '../../../model/manifest.ts';
import { ruleSetsOf } from '../../../model/rule-sets.ts';
import { boxOf } from '../../../packet-filter/box.ts';
import type { Policy } from '../../../packet-filter/policy.ts';
import { policyFrom } from '../../../packet-filter/policy.ts';
import { readRule } from '../../../packet-filter/read-rule.ts';
import { ADMIN_PORTS } from '../../firewall-checks/admin-ports.ts';
import { computeNames } from '../../firewall-checks/compute-names.ts';
import { exampleAddress, exampleCompute, exampleRule } from '../../firewall-checks/example-fleet.ts';
import type { Check } from '../../kind.ts';

/** A rule lets the whole internet reach a port that is for administrators. */
export const fwWorldOpenAdmin: Check<'FirewallRule'> = {
  id: 'fw.world-open-admin',
  severity: 'warning',
  *run(manifests, { graph }) {
    for (const manifest of manifests) {
      const { action, protocol, direction, source } = manifest.spec;
      if (action !== 'ALLOW' || direction !== 'in' || (protocol !== 'tcp' && protocol !== 'all')) continue;
      if (source !== 'any' && parseNetwork(source)?.network.prefix !== 0) continue;
      const ports = portsOf(manifest);
      if (ports.length === 0) continue;
      const sets = ruleSetsOf(graph).ofRule.get(manifest.metadata.name) ?? [];
      const open = sets
        .map(({ rules, computes }) => ({
          computes: computes.filter((compute) => mayBePublic(compute, graph)),
          ports: ports.filter((port) => lets(manifest, port, policyFrom(rules, 'in'))),
        }))
        .filter(({ computes, ports: some }) => computes.length > 0 && some.length > 0);
      const [first] = open;
      if (!first) continue;
      const [port = 0, ...more] = first.ports;
      const others = more.length === 0 ? '' : ` and ${more.length} more such ports`;
      yield {
        manifest,
        pointer: '/spec/source',
        message: `everybody may reach ${ADMIN_PORTS.get(port)} (tcp ${port})${others} on ${computeNames(open.flatMap(({ computes }) => computes))}`,
        hint: 'name the networks that administer these machines as source, one rule for each',
      };
    }
  },
  page: {
    meaning: `The rule lets every address of the internet reach a port at which machines or databases are administered:
${[...ADMIN_PORTS].map(([port, what]) => `${what} (${port})`).join(', ')}. Such ports are found within minutes and tried
for ever after.

Only what the rule really lets in counts, after the rules before it, and only computes with a public address, or whose
addresses are not known.`,
    fails: example('any'),
    passes: example('217.91.72.40/29'),
  },
};

function portsOf({ spec: { portStart, portEnd } }: Manifest<'FirewallRule'>): number[] {
  const last = Math.max(portStart, portEnd);
  return [...ADMIN_PORTS.keys()].filter((port) => portStart === 0 || (portStart <= port && port <= last));
}

function lets(manifest: Manifest<'FirewallRule'>, port: number, policy: Policy): boolean {
  if (!policy.verdicts.get(manifest.metadata.name)?.decides) return false;
  const destination = sideOf(manifest.spec.destination);
  const exact = { first: BigInt(port), last: BigInt(port) };
  return (readRule(manifest)?.boxes ?? []).some(({ family }) =>
    policy
      .decisionsOn(boxOf(family, 'tcp', null, destination, exact))
      .some(({ rule }) => rule?.name === manifest.metadata.name),
  );
}

function sideOf(text: string): IpNetwork | null {
  return parseNetwork(text)?.network ?? null;
}

function mayBePublic({ metadata }: Manifest<'Compute'>, graph: Graph): boolean {
  const known = addressesOfCompute(metadata.name, graph);
  return known.length === 0 || known.some(({ type }) => type === 'public');
}

function example(source: string): string {
  return [
    exampleRule('allow-ssh', 'action: ALLOW', 'protocol: tcp', `source: ${source}`, 'portStart: 22').slice(4),
    exampleCompute('fsn1-web-01', 'allow-ssh'),
    exampleAddress('fsn1-web-01', '49.12.8.10', 'public'),
  ].join('');
}
