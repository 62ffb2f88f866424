import { addressesOfCompute } from '../../../model/addresses-of-compute.ts';
import { ipText } from '../../../model/ip/ip-text.ts';
import { ruleSetsOf } from '../../../model/rule-sets.ts';
import {
  exampleAddress,
  exampleAssignment,
  exampleCompute,
  exampleRule,
} from '../../firewall-checks/example-fleet.ts';
import type { Check } from '../../kind.ts';

/** A fleet has firewall rules, and none holds on a compute that the internet can reach. */
export const fwassignNoRules: Check<'FirewallAssignment'> = {
  id: 'fwassign.no-rules',
  severity: 'warning',
  *run(_manifests, { graph, unread }) {
    if (unread('FirewallRule') || unread('FirewallAssignment')) return;
    for (const { rules, computes } of ruleSetsOf(graph).all) {
      if (rules.some(({ spec }) => spec.direction === 'in')) continue;
      for (const manifest of computes) {
        const { name } = manifest.metadata;
        const open = addressesOfCompute(name, graph).find(({ type }) => type === 'public');
        if (manifest.spec.state !== 'active' || !open) continue;
        const { family, first: value } = open.range;
        yield {
          manifest,
          pointer: '/metadata/name',
          message: `${name} has a public address (${ipText({ family, value })}) and no firewall rule for what comes in: everything does`,
          hint: 'assign rules to it by name, or correct the tags that their selectors ask for',
        };
      }
    }
  },
  page: {
    meaning: `The compute is active and has a public address, and no rule for incoming traffic holds on it, so everything
passes. In a fleet that gives its computes rules this is most often a tag that was forgotten on a new machine. A fleet
without any FirewallAssignment is not asked: its firewall is kept elsewhere.`,
    fails: example(),
    passes: example() + exampleAssignment('allow-https', 'fsn1-web-02'),
  },
};

function example(): string {
  return [
    exampleRule('allow-https', 'action: ALLOW', 'protocol: tcp', 'portStart: 443').slice(4),
    exampleCompute('fsn1-web-01', 'allow-https'),
    exampleAddress('fsn1-web-01', '49.12.8.10', 'public'),
    exampleCompute('fsn1-web-02'),
    exampleAddress('fsn1-web-02', '49.12.8.11', 'public'),
  ].join('');
}
