import { few } from '../../../model/few.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Graph } from '../../../model/graph.ts';
import type { Manifest } from '../../../model/manifest.ts';
import type { FilterRule } from '../../../packet-filter/filter-rule.ts';
import { exampleAssignment, exampleRule } from '../../firewall-checks/example-fleet.ts';
import { ruleNames, rulesElsewhere } from '../../firewall-checks/other-rules.ts';
import { exampleExposure, exampleOwner, examplePort } from '../../port-checks/example-exposure.ts';
import type { Check } from '../../kind.ts';
import { exposedTraffic } from '../exposed-traffic.ts';

/** A port is exposed, and the firewall of its compute lets nobody reach it. */
export const portBlocked: Check<'PortAssignment'> = {
  id: 'port.blocked',
  severity: 'error',
  *run(manifests, { graph, unread }) {
    if (unread('FirewallRule') || unread('FirewallAssignment')) return;
    const alike = new Map<string, Blocked[]>();
    for (const manifest of manifests) {
      const exposed = exposedTraffic(manifest, null, graph);
      if (!exposed?.decisions.every(({ action }) => action === 'DENY')) continue;
      const { protocol, port } = manifest.spec;
      const what = protocol === 'all' ? `port ${port}` : `${protocol} ${port}`;
      const rules = exposed.decisions.flatMap(({ rule }) => rule ?? []);
      const key = [what, ...rules.map(({ name }) => name)].join(' ');
      const blocked = { manifest, compute: exposed.compute, what, rules };
      const others = alike.get(key);
      if (others) others.push(blocked);
      else alike.set(key, [blocked]);
    }
    for (const [first, ...more] of togetherByCompute(alike.values())) {
      if (first) yield findingOf(first, more, graph);
    }
  },
  page: {
    meaning: `The PortAssignment exposes a port, and the firewall of the compute that has the address denies all of it:
either rules do, or rules hold there and none lets it in. The rules see the outer port, at the outer address. A compute
on which no rule holds lets everything pass. Equal ports that the same rules deny are reported together, and so are the
ports of one compute.`,
    fails: example(80),
    passes: example(443),
  },
};

interface Blocked {
  readonly manifest: Manifest<'PortAssignment'>;
  readonly compute: string;
  readonly what: string;
  readonly rules: readonly FilterRule[];
}

/** Ports that the same rules deny on one and the same compute are one mistake: most often its address is another's. */
function togetherByCompute(groups: Iterable<readonly Blocked[]>): Iterable<readonly Blocked[]> {
  const together = new Map<string, Blocked[]>();
  for (const group of groups) {
    const [first] = group;
    if (!first) continue;
    const { compute, what, rules } = first;
    const isOfOne = group.every((other) => other.compute === compute);
    const key = [...(isOfOne ? ['on', compute] : ['at', what]), ...rules.map(({ name }) => name)].join(' ');
    together.set(key, [...(together.get(key) ?? []), ...group]);
  }
  return together.values();
}

function findingOf(
  { manifest, compute, what: port, rules }: Blocked,
  more: readonly Blocked[],
  graph: Graph,
): Finding {
  const what = few([...new Set([port, ...more.map((other) => other.what)])]);
  const computes = new Set([compute, ...more.map((other) => other.compute)]);
  const where =
    computes.size === 1
      ? compute
      : `${compute} and ${computes.size - 1} ${computes.size === 2 ? 'other' : 'others'}`;
  const why =
    rules.length > 0
      ? `${ruleNames(rules)} ${rules.length === 1 ? 'denies' : 'deny'} it`
      : 'no rule lets it in';
  return {
    manifest,
    pointer: '/spec/port',
    message: `nobody can reach ${what} on ${where}: ${why}`,
    hint: `assign a FirewallRule to ${where} that allows ${what}, tried before any that denies it`,
    related: [
      ...rulesElsewhere(rules, graph, ({ priority }) => `denies it, priority ${priority}`),
      ...more.map((other) => ({
        manifest: other.manifest,
        pointer: '/spec/port',
        message: `${other.what === port ? 'exposed' : `${other.what} is exposed`} here too, on ${other.compute}`,
      })),
    ],
  };
}

function example(port: number): string {
  return exampleExposure(
    exampleOwner('fsn1-web-01'),
    examplePort('web-https', 'web', 'port: 443', 'servicePort: main'),
    exampleRule('allow-web', 'action: ALLOW', 'protocol: tcp', `portStart: ${port}`),
    exampleAssignment('allow-web', 'fsn1-web-01'),
  );
}
