import { canonicalJson } from '../../../model/canonical-json.ts';
import type { Manifest } from '../../../model/manifest.ts';
import { exampleAssignment, exampleCompute, exampleRule } from '../../firewall-checks/example-fleet.ts';
import type { Check } from '../../kind.ts';

/** One rule is given twice to the same compute, or by the same selector. */
export const fwassignDuplicate: Check<'FirewallAssignment'> = {
  id: 'fwassign.duplicate',
  severity: 'error',
  *run(manifests) {
    const seen = new Map<string, Manifest<'FirewallAssignment'>>();
    for (const manifest of manifests) {
      const { rule, compute, computeSelector, enabled } = manifest.spec;
      const key = `${rule} ${compute ?? canonicalJson(computeSelector)}`;
      const first = seen.get(key);
      if (!first) seen.set(key, manifest);
      else {
        const contrary =
          first.spec.enabled === enabled
            ? ''
            : `, ${enabled ? 'on' : 'off'} where that is ${enabled ? 'off' : 'on'}`;
        yield {
          manifest,
          pointer: '/spec/rule',
          message: `${first.metadata.name} gives ${rule} to ${compute ?? 'the same computes'} already${contrary}`,
          hint: 'delete one of the two; setting enabled to false in one does not undo the other',
          related: [{ manifest: first, pointer: '/spec/rule', message: 'given here first' }],
        };
      }
    }
  },
  page: {
    meaning: `Two FirewallAssignments give one rule to the same compute by name, or to the same computes by an equal
selector. Deleting one of them would seem to take the rule away, and does not. A compute may get one rule by its name and
by a selector as well; that is in order, and the rule counts once.`,
    fails: [
      example(),
      exampleAssignment('allow-https', 'fsn1-web-01').replace('name: allow', 'name: also-allow'),
    ].join(''),
    passes: example(),
  },
};

function example(): string {
  const rule = exampleRule('allow-https', 'action: ALLOW', 'protocol: tcp', 'portStart: 443').slice(4);
  return rule + exampleCompute('fsn1-web-01', 'allow-https');
}
