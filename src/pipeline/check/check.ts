import { KINDS } from '../../kinds/registry.ts';
import type { CheckContext, Kind } from '../../kinds/kind.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Finding } from '../../model/finding.ts';
import { diagnosticOf } from '../../model/finding.ts';
import type { ListedCheck } from '../../model/listed-check.ts';
import type { KindName } from '../../model/spec/spec-of.ts';
import { allows } from '../../model/allows.ts';
import { allowUnknown } from './checks/allow.unknown.ts';

/** Holds the whole fleet against every rule of every kind, and what it allows against the checks there are. */
export function check(context: CheckContext, catalogue: ReadonlyMap<string, ListedCheck>): Diagnostic[] {
  const { manifests } = context.graph;
  const ofKinds = Object.values(KINDS as Record<KindName, Kind>).flatMap(({ name, checks }) => {
    // What is delivered is as the provider made it: nobody can mend it in a manifest.
    const manifests = context.graph.declared(name);
    return manifests.length === 0
      ? []
      : checks.flatMap((rule) => [...diagnose(rule, rule.run(manifests, context))]);
  });
  return [...ofKinds, ...diagnose(allowUnknown, allowUnknown.run(manifests, catalogue))];
}

function* diagnose(rule: ListedCheck, findings: Iterable<Finding>): Iterable<Diagnostic> {
  for (const finding of findings) {
    if (rule.severity === 'warning' && allows(finding.manifest, rule.id)) continue;
    yield diagnosticOf(finding, rule.id, rule.severity);
  }
}
