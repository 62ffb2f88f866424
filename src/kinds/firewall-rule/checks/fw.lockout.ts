import type { Finding } from '../../../model/finding.ts';
import type { IpNetwork } from '../../../model/ip/ip-network.ts';
import { networkText, parseNetwork } from '../../../model/ip/ip-network.ts';
import type { Manifest } from '../../../model/manifest.ts';
import { ruleSetsOf } from '../../../model/rule-sets.ts';
import { policyFrom } from '../../../packet-filter/policy.ts';
import { computeNames } from '../../firewall-checks/compute-names.ts';
import { exampleCompute, exampleRule } from '../../firewall-checks/example-fleet.ts';
import type { Check } from '../../kind.ts';
import { lockedOut } from '../locked-out.ts';

/** Whom one rule, or the want of one, locks out of what. */
interface Lockout {
  readonly culprit: Manifest<'FirewallRule'> | null;
  readonly computes: Set<Manifest<'Compute'>>;
  readonly networks: Set<IpNetwork>;
}

/** The machines that apply plans could no longer reach a compute over SSH. */
export const fwLockout: Check<'FirewallRule'> = {
  id: 'fw.lockout',
  severity: 'error',
  *run(_manifests, { graph, project, unread }) {
    if (unread('FirewallRule') || unread('FirewallAssignment')) return;
    const controllers = (project?.spec.controller?.addresses ?? []).flatMap(
      (text) => parseNetwork(text)?.network ?? [],
    );
    const lockouts = new Map<string, Lockout>();
    for (const [number, { rules, computes }] of ruleSetsOf(graph).all.entries()) {
      const policy = policyFrom(rules, 'in');
      if (policy.rules.length === 0 || policy.incomplete) continue;
      for (const { compute, network, rule } of lockedOut(policy, computes, controllers, graph)) {
        const key = rule ? `rule ${rule.name}` : `set ${number}`;
        const culprit = rule ? (graph.get('FirewallRule', rule.name) ?? null) : null;
        const lockout = lockouts.get(key) ?? { culprit, computes: new Set(), networks: new Set() };
        lockouts.set(key, lockout);
        lockout.computes.add(compute);
        lockout.networks.add(network);
      }
    }
    for (const lockout of lockouts.values()) yield findingOf(lockout);
  },
  page: {
    meaning: `The networks of \`spec.controller.addresses\` in \`stowage.yaml\` are those from which plans are applied, and
they must keep SSH access to every compute: a firewall that shuts them out cannot be corrected from there any more. Some
address in them could no longer reach a compute on TCP port 22 at any address of the same family; either a rule denies
it, or rules hold there and none lets it in.

Every compute counts that is not \`inactive\`. Where no address of a compute is known, all controllers must be shut out
before this is said. It is an error and not a guard: there is no plan in which it would be right.`,
    fails: example('198.51.100.8'),
    passes: example('198.51.100.7'),
  },
};

function findingOf({ culprit, computes, networks }: Lockout): Finding {
  const who = [...networks].map(networkText).join(' and ');
  const where = computeNames([...computes]);
  const [first] = computes;
  if (culprit) {
    return {
      manifest: culprit,
      pointer: '/spec/action',
      message: `the rule denies the controller at ${who} SSH to ${where}`,
      hint: `put a rule that allows tcp 22 from ${who} before it; stowage.yaml lists the controllers`,
      related: first ? [{ manifest: first, pointer: '/metadata/name', message: 'could not be reached' }] : [],
    };
  }
  return {
    manifest: first as Manifest<'Compute'>,
    pointer: '/metadata/name',
    message: `no firewall rule lets the controller at ${who} reach ${where} over SSH, and the rest is denied there`,
    hint: `assign a rule that allows tcp 22 from ${who}; stowage.yaml lists the controllers`,
  };
}

function example(source: string): string {
  return [
    `apiVersion: stowage/v1
kind: Project
metadata:
  name: example
spec:
  controller:
    addresses: [198.51.100.7/32]
`,
    exampleRule('allow-ssh', 'action: ALLOW', 'protocol: tcp', `source: ${source}`, 'portStart: 22'),
    exampleCompute('fsn1-web-01', 'allow-ssh'),
  ].join('');
}
