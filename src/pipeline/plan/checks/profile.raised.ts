import { few } from '../../../model/few.ts';
import type { PlanCheck } from '../plan-check.ts';
import { madeOf } from '../made-of.ts';
import { orderedHost } from './examples/ordered-host.ts';

/** A profile claims more than when machines were made of it. */
export const profileRaised: PlanCheck = {
  id: 'profile.raised',
  severity: 'warning',
  *run({ comparison, recorded }) {
    for (const { manifest, before, changes } of comparison?.differences ?? []) {
      if (manifest?.kind !== 'ComputeProfile' || !before) continue;
      const made = madeOf(manifest.metadata.name, recorded);
      if (made.length === 0) continue;
      for (const { path, before: was = 0, after: is = 0 } of changes) {
        const [, resource] = /^spec\.resources\.(\w+)$/.exec(path) ?? [];
        if (resource === undefined || Number(is) <= Number(was)) continue;
        yield {
          manifest,
          pointer: `/spec/resources/${resource}`,
          message: `counts ${Number(is)} of ${resource} on machines that are made and had ${Number(was)}: ${few(made)}`,
          hint: 'a machine does not grow with its profile: make sure that they have as much, or declare another profile',
        };
      }
    }
  },
  page: {
    meaning:
      'Services are placed on a machine by the `resources` of its profile. Raising them later is right where the profile left some of the machine out, and wrong where it is to sell another machine under the same name: those that are made have what they had. A plan tells, as only the recorded state says which are made.',
    fails: orderedHost({ profile: 'resources: { cores: 16, memory: 8192, nvme: 160 }' }),
    passes: orderedHost({ profile: 'resources: { cores: 2, memory: 8192, nvme: 160 }' }),
    applied: orderedHost({ profile: 'resources: { cores: 4, memory: 8192, nvme: 160 }' }),
  },
};
