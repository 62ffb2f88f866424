import { addressesOfCompute } from '../../../model/addresses-of-compute.ts';
import type { Graph } from '../../../model/graph.ts';
import type { Manifest } from '../../../model/manifest.ts';
import { ruleSetsOf } from '../../../model/rule-sets.ts';
import type { Policy } from '../../../packet-filter/policy.ts';
import { policyFrom } from '../../../packet-filter/policy.ts';
import { readRule } from '../../../packet-filter/read-rule.ts';
import { computeNames } from '../../firewall-checks/compute-names.ts';
import { exampleAddress, exampleCompute, exampleRule } from '../../firewall-checks/example-fleet.ts';
import { isMisordered } from '../../firewall-checks/rule-verdicts.ts';
import type { Check } from '../../kind.ts';

const EVERY_V4 = '0.0.0.0/0';

/** A rule is for everybody over IPv4, and over IPv6 the same computes do the opposite. */
export const fwV4Only: Check<'FirewallRule'> = {
  id: 'fw.v4-only',
  severity: 'warning',
  *run(manifests, { graph, unread }) {
    if (unread('FirewallRule') || unread('FirewallAssignment')) return;
    for (const manifest of manifests) {
      const { source, destination, direction, action } = manifest.spec;
      const side = direction === 'in' ? 'source' : 'destination';
      if (manifest.spec[side] !== EVERY_V4) continue;
      if (![source, destination].every((text) => text === EVERY_V4 || text === 'any')) continue;
      const sets = ruleSetsOf(graph).ofRule.get(manifest.metadata.name) ?? [];
      const computes = sets
        .filter(({ rules }) => isUnlikeOverV6(manifest, policyFrom(rules, direction), graph))
        .flatMap((set) => set.computes.filter((compute) => hasV6(compute, graph)));
      if (computes.length === 0) continue;
      const opposite = action === 'ALLOW' ? 'denied' : 'let through';
      yield {
        manifest,
        pointer: `/spec/${side}`,
        message: `${EVERY_V4} is everybody over IPv4 only: over IPv6 the same is ${opposite} on ${computeNames(computes)}`,
        hint: 'write any, or a second rule for ::/0',
        related: computes.slice(0, 3).map((compute) => ({
          manifest: compute,
          pointer: '/metadata/name',
          message: 'has IPv6',
        })),
      };
    }
  },
  page: {
    meaning: `\`0.0.0.0/0\` stands for all of IPv4 and says nothing of IPv6. The computes on which this rule holds have IPv6
addresses, and there the opposite happens: what the rule lets in cannot be reached over IPv6, or what it denies is open.
\`any\` means both families.

Nothing is said where another rule does the same for IPv6, where a rule of its own does the opposite for IPv6 on purpose,
or where no address is known to be IPv6.`,
    fails: example(EVERY_V4),
    passes: example('any'),
  },
};

/** Tells whether all of the same traffic over IPv6 is treated otherwise, and by nobody who speaks of IPv6. */
function isUnlikeOverV6(manifest: Manifest<'FirewallRule'>, policy: Policy, graph: Graph): boolean {
  const spec = { ...manifest.spec, source: '::/0', destination: 'any' };
  const box = readRule({ metadata: manifest.metadata, spec })?.boxes[0];
  if (!box || policy.incomplete || isMisordered(box, policy, graph)) return false;
  return policy
    .decisionsOn(box)
    .every(
      ({ action, rule }) =>
        action !== spec.action && (!rule || rule.boxes.some(({ family }) => family === 4)),
    );
}

function hasV6({ metadata }: Manifest<'Compute'>, graph: Graph): boolean {
  return addressesOfCompute(metadata.name, graph).some(({ range }) => range.family === 6);
}

function example(source: string): string {
  return [
    exampleRule('allow-https', 'action: ALLOW', 'protocol: tcp', `source: ${source}`, 'portStart: 443').slice(
      4,
    ),
    exampleCompute('fsn1-web-01', 'allow-https'),
    exampleAddress('fsn1-web-01', '2a01:4f8:c17:1::10', 'public'),
  ].join('');
}
