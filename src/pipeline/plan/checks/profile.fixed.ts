import { few } from '../../../model/few.ts';
import type { PlanCheck } from '../plan-check.ts';
import { madeOf } from '../made-of.ts';
import { orderedHost } from './examples/ordered-host.ts';

/** What a machine is ordered as. It stays that. */
const FIXED = ['family', 'parameters'];

/** A profile is to be of other machines than those that were made of it. */
export const profileFixed: PlanCheck = {
  id: 'profile.fixed',
  severity: 'error',
  *run({ comparison, recorded }) {
    for (const { manifest, before, changes } of comparison?.differences ?? []) {
      if (manifest?.kind !== 'ComputeProfile' || !before) continue;
      const made = madeOf(manifest.metadata.name, recorded);
      if (made.length === 0) continue;
      const whose = made.length === 1 ? 'a machine was' : `${made.length} machines were`;
      for (const { path, before: was } of changes) {
        if (!FIXED.some((field) => path === `spec.${field}` || path.startsWith(`spec.${field}.`))) continue;
        yield {
          manifest,
          pointer: `/${path.replaceAll('.', '/')}`,
          message: `${whose} made ${asWas(path.replace(/^spec\./, ''), was)}: ${few(made)}`,
          hint: 'declare another profile for new hosts, and leave this one to those that are made',
        };
      }
    }
  },
  page: {
    meaning:
      'A machine has what it was ordered with for life, so the `family` and `parameters` of a profile of which machines are made cannot change: the plan would count on machines that nobody has. Declare a second profile, order of that, and move over. Its price, regions and resources may change at any time; more resources than before are a warning (profile.raised).',
    fails: orderedHost({ profile: 'parameters: { server_type: cpx41 }' }),
    passes: orderedHost({ profile: 'parameters: { server_type: cpx31 }' }),
    applied: orderedHost({ profile: 'parameters: { server_type: cpx31 }' }),
  },
};

function asWas(field: string, was: unknown): string {
  if (was === undefined) return `without ${field}`;
  return `with ${field} ${typeof was === 'string' ? was : JSON.stringify(was)}`;
}
