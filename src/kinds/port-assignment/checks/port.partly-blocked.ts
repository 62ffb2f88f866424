import type { Graph } from '../../../model/graph.ts';
import { ipLiterals } from '../../../model/ip-literals.ts';
import type { IpNetwork } from '../../../model/ip/ip-network.ts';
import type { Manifest } from '../../../model/manifest.ts';
import { packetText } from '../../../packet-filter/packet-text.ts';
import type { Check } from '../../kind.ts';
import { exampleAssignment, exampleRule } from '../../firewall-checks/example-fleet.ts';
import { rulesElsewhere } from '../../firewall-checks/other-rules.ts';
import { exampleExposure, exampleOwner, examplePort } from '../../port-checks/example-exposure.ts';
import type { Exposed } from '../exposed-traffic.ts';
import { exposedTraffic } from '../exposed-traffic.ts';

/** A port is exposed, and some of those who would use it cannot. */
export const portPartlyBlocked: Check<'PortAssignment'> = {
  id: 'port.partly-blocked',
  severity: 'warning',
  *run(manifests, { graph, unread }) {
    if (unread('FirewallRule') || unread('FirewallAssignment')) return;
    for (const manifest of manifests) {
      const exposed = toWhomItMayConcern(manifest, graph);
      if (!exposed?.decisions.some(({ action }) => action === 'ALLOW')) continue;
      const denial = exposed.decisions.find(({ action, rule }) => {
        const named = rule?.boxes.every(
          ({ spans: [, source] }) => source.first > 0n || source.last < LAST_V4,
        );
        return action === 'DENY' && named !== true;
      });
      if (!denial) continue;
      const { rule, packets } = denial;
      yield {
        manifest,
        pointer: '/spec/port',
        message: `the firewall of ${exposed.compute} lets in only part of this: ${packetText(packets)} is denied${rule ? ` by ${rule.name}` : ', as no rule matches it'}`,
        hint: 'widen the rule that lets the rest in, or say in the annotation stowage/allow that this is meant',
        related: rulesElsewhere(
          rule ? [rule] : [],
          graph,
          ({ priority }) => `denies it, priority ${priority}`,
        ),
      };
    }
  },
  page: {
    meaning: `The firewall lets some of what is exposed pass and denies the rest: a protocol, or everybody but the
networks that some rule allows. For a public address everybody is meant to reach the port, for a private one its own
network (\`cidr\` of the IPAddress; without it, nothing is said). One packet that is denied is shown.

What a rule denies to networks that it names is meant, and is not reported.`,
    fails: example('217.91.72.40/29'),
    passes: example('any'),
  },
};

const LAST_V4 = 0xffff_ffffn;

function toWhomItMayConcern(manifest: Manifest<'PortAssignment'>, graph: Graph): Exposed | null {
  const address = graph.get('IPAddress', manifest.spec.ip);
  if (!address) return null;
  const source: IpNetwork | null = ipLiterals(address.spec).network;
  if (address.spec.type === 'public') return exposedTraffic(manifest, null, graph);
  return source && exposedTraffic(manifest, source, graph);
}

function example(source: string): string {
  return exampleExposure(
    exampleOwner('fsn1-web-01'),
    examplePort('web-https', 'web', 'port: 443', 'servicePort: main'),
    exampleRule('allow-web', 'action: ALLOW', 'protocol: tcp', `source: ${source}`, 'portStart: 443'),
    exampleAssignment('allow-web', 'fsn1-web-01'),
  );
}
