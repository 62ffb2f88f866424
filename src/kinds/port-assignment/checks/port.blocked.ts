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
    for (const manifest of manifests) {
      const exposed = exposedTraffic(manifest, null, graph);
      if (!exposed?.decisions.every(({ action }) => action === 'DENY')) continue;
      const { protocol, port } = manifest.spec;
      const rules = exposed.decisions.flatMap(({ rule }) => rule ?? []);
      const why =
        rules.length > 0
          ? `${ruleNames(rules)} ${rules.length === 1 ? 'denies' : 'deny'} it`
          : 'no rule lets it in';
      const what = protocol === 'all' ? `port ${port}` : `${protocol} ${port}`;
      yield {
        manifest,
        pointer: '/spec/port',
        message: `nobody can reach ${what} on ${exposed.compute}: ${why}`,
        hint: `assign a FirewallRule to ${exposed.compute} that allows ${what}, tried before any that denies it`,
        related: rulesElsewhere(rules, graph, ({ priority }) => `denies it, priority ${priority}`),
      };
    }
  },
  page: {
    meaning: `The PortAssignment exposes a port, and the firewall of the compute that has the address denies all of it:
either rules do, or rules hold there and none lets it in. The rules see the outer port, at the outer address. A compute
on which no rule holds lets everything pass.`,
    fails: example(80),
    passes: example(443),
  },
};

function example(port: number): string {
  return exampleExposure(
    exampleOwner('fsn1-web-01'),
    examplePort('web-https', 'web', 'port: 443', 'servicePort: main'),
    exampleRule('allow-web', 'action: ALLOW', 'protocol: tcp', `portStart: ${port}`),
    exampleAssignment('allow-web', 'fsn1-web-01'),
  );
}
