import type { Comparison } from '../../../model/comparison.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { diagnosticOf } from '../../../model/finding.ts';
import type { Graph } from '../../../model/graph.ts';
import type { HostSpec } from '../../../model/spec/host.ts';
import { isMade } from '../host-work.ts';

/** A new Host is of a profile that can no longer be ordered. */
export function profileInactive({ differences }: Comparison, graph: Graph): Diagnostic[] {
  return differences.flatMap(({ manifest, before }) => {
    if (manifest?.kind !== 'Host' || (before && isMade(before))) return [];
    const { profile: name, adopt } = manifest.spec as HostSpec;
    const profile = graph.get('ComputeProfile', name);
    if (!profile || profile.spec.active || adopt !== undefined) return [];
    const finding = {
      manifest,
      pointer: '/spec/profile',
      message: `the profile ${name} is not active, so nothing of it can be ordered`,
      hint: 'choose another profile',
      related: [{ manifest: profile, pointer: '/spec/active', message: 'set to false here' }],
    };
    return [diagnosticOf(finding, 'profile.inactive', 'error')];
  });
}
