import type { Change } from '../../../model/change.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Manifest } from '../../../model/manifest.ts';
import type { RecordedObject } from '../../../model/recorded-object.ts';
import type { HostSpec } from '../../../model/spec/host.ts';
import { isMade } from '../host-work.ts';
import type { PlanCheck } from '../plan-check.ts';
import { orderedHost } from './examples/ordered-host.ts';

/** What a machine is made with. It has that for life. */
const FIXED = [
  'workspace',
  'profile',
  'provider',
  'region',
  'regions',
  'image',
  'sshKeys',
  'userData',
] as const;

type Fixed = (typeof FIXED)[number];

/** A Host is to be another machine than the one that was made for it, or comes back while that one is cancelled. */
export const hostFixed: PlanCheck = {
  id: 'host.fixed',
  severity: 'error',
  *run({ comparison, graph, recorded: { objects } }) {
    if (!comparison) return;
    for (const { kind, key, status } of objects) {
      const host = kind === 'Host' && status['until'] !== undefined ? graph.get('Host', key) : undefined;
      const message = `its machine is cancelled and leaves on ${String(status['until'])}, so it cannot be kept`;
      if (host) yield told(host, '/metadata/name', message);
    }
    for (const { manifest, before, changes } of comparison.differences) {
      if (manifest?.kind !== 'Host' || !before || !isMade(before)) continue;
      const host = manifest as Manifest<'Host'>;
      for (const field of FIXED) {
        if (!isChanged(field, changes) || isAsMade(field, host.spec, before.status)) continue;
        yield told(
          host,
          `/spec/${field}`,
          `the machine is made, and its ${field} cannot be changed any more`,
        );
      }
    }
  },
  page: {
    meaning:
      'A machine has what it was made with for life: its profile, image, region, keys, user data, and the workspace and provider it was ordered for. A plan that would change one of them is refused, as Stowage never replaces a machine that is paid for by itself. Declare a second `Host`, let the services move over, then delete the first. Tags, metadata, state and host name may change at any time.',
    fails: orderedHost({ host: 'image: debian-13' }),
    passes: orderedHost({ host: 'image: debian-12' }),
    applied: orderedHost({ host: 'image: debian-12' }),
  },
};

function isChanged(field: Fixed, changes: readonly Change[]): boolean {
  return changes.some(({ path }) => path === `spec.${field}` || path.startsWith(`spec.${field}[`));
}

/** What was left to the order may be written down afterwards, and left out again. */
function isAsMade(field: Fixed, spec: HostSpec, { region, provider }: RecordedObject['status']): boolean {
  if (field === 'region' || field === 'regions') {
    return spec.region === undefined
      ? (spec.regions ?? [region]).includes(String(region))
      : spec.region === region;
  }
  return field === 'provider' && (spec.provider === undefined || spec.provider === provider);
}

function told(manifest: Manifest<'Host'>, pointer: string, message: string): Finding {
  const hint = 'declare another Host with what you want, move over, and then delete this one';
  return { manifest, pointer, message, hint };
}
