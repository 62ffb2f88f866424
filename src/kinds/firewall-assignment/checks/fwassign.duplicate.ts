import { nearestName } from '../../../model/nearest-name.ts';
import { exampleAssignment, exampleCompute, exampleRule } from '../../firewall-checks/example-fleet.ts';
import type { Repeated, RepeatedAssignments } from '../../firewall-checks/repeated-assignments.ts';
import { repeatedAssignments } from '../../firewall-checks/repeated-assignments.ts';
import type { Check } from '../../kind.ts';

/** One rule is given twice to the same compute, or by the same selector. */
export const fwassignDuplicate: Check<'FirewallAssignment'> = {
  id: 'fwassign.duplicate',
  severity: 'error',
  *run(_manifests, { graph }) {
    const { repeated, idle } = repeatedAssignments(graph);
    for (const { manifest, first } of repeated) {
      const { rule, compute, enabled } = manifest.spec;
      const contrary =
        first.spec.enabled === enabled
          ? ''
          : `, ${enabled ? 'on' : 'off'} where that is ${enabled ? 'off' : 'on'}`;
      const meant = meantBy(manifest, idle);
      yield {
        manifest,
        pointer: '/spec/rule',
        message: `${first.metadata.name} gives ${rule} to ${compute ?? 'the same computes'} already${contrary}`,
        hint:
          meant === undefined
            ? 'delete one of the two; setting enabled to false in one does not undo the other'
            : `did one of the two mean ${meant}, which holds nowhere? Else delete one of them`,
        related: [{ manifest: first, pointer: '/spec/rule', message: 'given here first' }],
      };
    }
  },
  page: {
    meaning: `Two FirewallAssignments give one rule to the same compute by name, or to the same computes by an equal
selector. Deleting one of them would seem to take the rule away, and does not. A compute may get one rule by its name and
by a selector as well; that is in order, and the rule counts once.

Where a rule is left that is given to nobody, one of the two assignments may have meant it. What is denied for want of that
rule is then told only once this is mended.`,
    fails: [
      example(),
      exampleAssignment('allow-https', 'fsn1-web-01').replace('name: allow', 'name: also-allow'),
    ].join(''),
    passes: example(),
  },
};

/** The rule that is given to nobody, if it is the only one, or the one whose name is nearest. */
function meantBy({ spec }: Repeated['manifest'], idle: RepeatedAssignments['idle']): string | undefined {
  const names = idle.map(({ metadata }) => metadata.name);
  return names.length === 1 ? names[0] : nearestName(spec.rule, names);
}

function example(): string {
  const rule = exampleRule('allow-https', 'action: ALLOW', 'protocol: tcp', 'portStart: 443').slice(4);
  return rule + exampleCompute('fsn1-web-01', 'allow-https');
}
