import { KINDS } from '../../kinds/registry.ts';
import type { Check, CheckContext, Kind } from '../../kinds/kind.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { diagnosticOf } from '../../model/finding.ts';
import type { KindName } from '../../model/spec/spec-of.ts';
import { allows } from '../../model/allows.ts';

/** Holds the whole fleet against every rule of every kind. */
export function check(context: CheckContext): Diagnostic[] {
  return Object.values(KINDS as Record<KindName, Kind>).flatMap(({ name, checks }) => {
    // What is delivered is as the provider made it: nobody can mend it in a manifest.
    const manifests = context.graph.declared(name);
    return manifests.length === 0 ? [] : checks.flatMap((rule) => [...diagnose(rule, manifests, context)]);
  });
}

function* diagnose(
  rule: Check<KindName>,
  manifests: Parameters<Check<KindName>['run']>[0],
  context: CheckContext,
): Iterable<Diagnostic> {
  for (const finding of rule.run(manifests, context)) {
    if (rule.severity === 'warning' && allows(finding.manifest, rule.id)) continue;
    yield diagnosticOf(finding, rule.id, rule.severity);
  }
}
