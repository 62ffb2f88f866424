import type { Manifest } from '../../../model/manifest.ts';
import { isMade } from '../host-work.ts';
import type { PlanCheck } from '../plan-check.ts';
import { orderedHost } from './examples/ordered-host.ts';

/** A new Host is of a profile that can no longer be ordered. */
export const profileInactive: PlanCheck = {
  id: 'profile.inactive',
  severity: 'error',
  *run({ comparison, graph }) {
    for (const { manifest, before } of comparison?.differences ?? []) {
      if (manifest?.kind !== 'Host' || (before && isMade(before))) continue;
      const { profile: name, adopt } = (manifest as Manifest<'Host'>).spec;
      const profile = graph.get('ComputeProfile', name);
      if (!profile || profile.spec.active || adopt !== undefined) continue;
      yield {
        manifest,
        pointer: '/spec/profile',
        message: `the profile ${name} is not active, so nothing of it can be ordered`,
        hint: 'choose another profile',
        related: [{ manifest: profile, pointer: '/spec/active', message: 'set to false here' }],
      };
    }
  },
  page: {
    meaning:
      'A profile with `active: false` is one that its provider no longer sells, or that nobody is to order any more. Hosts that were made of it keep it; a new one is refused. A plan tells, as only the recorded state says which hosts are made.',
    fails: orderedHost({ profile: 'active: false' }),
    passes: orderedHost({ profile: 'active: true' }),
  },
};
