import type { Change } from '../../../model/change.ts';
import type { Comparison } from '../../../model/comparison.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { diagnosticOf } from '../../../model/finding.ts';
import type { Graph } from '../../../model/graph.ts';
import type { Manifest } from '../../../model/manifest.ts';
import type { RecordedObject } from '../../../model/recorded-object.ts';
import type { HostSpec } from '../../../model/spec/host.ts';
import { isMade } from '../host-work.ts';

/** What a machine is made with. It has that for life. */
const FIXED = ['workspace', 'profile', 'provider', 'region', 'image', 'sshKeys', 'userData'] as const;

type Fixed = (typeof FIXED)[number];

/** A Host is to be another machine than the one that was made for it, or comes back while that one is cancelled. */
export function hostFixed(
  { differences }: Comparison,
  graph: Graph,
  recorded: readonly RecordedObject[],
): Diagnostic[] {
  const remade = differences.flatMap(({ manifest, before, changes }) => {
    if (manifest?.kind !== 'Host' || !before || !isMade(before)) return [];
    const host = manifest as Manifest<'Host'>;
    return FIXED.filter(
      (field) => isChanged(field, changes) && !isAsMade(field, host.spec, before.status),
    ).map((field) =>
      told(host, `/spec/${field}`, `the machine is made, and its ${field} cannot be changed any more`),
    );
  });
  const leaving = recorded.flatMap(({ kind, key, status }) => {
    const host = kind === 'Host' && status['until'] !== undefined ? graph.get('Host', key) : undefined;
    const message = `its machine is cancelled and leaves on ${String(status['until'])}, so it cannot be kept`;
    return host ? [told(host, '/metadata/name', message)] : [];
  });
  return [...leaving, ...remade];
}

function isChanged(field: Fixed, changes: readonly Change[]): boolean {
  return changes.some(({ path }) => path === `spec.${field}` || path.startsWith(`spec.${field}[`));
}

/** What was left to the order may be written down afterwards, and left out again. */
function isAsMade(field: Fixed, spec: HostSpec, { region, provider }: RecordedObject['status']): boolean {
  if (field === 'region') {
    return spec.region === undefined
      ? (spec.regions ?? [region]).includes(String(region))
      : spec.region === region;
  }
  return field === 'provider' && (spec.provider === undefined || spec.provider === provider);
}

function told(manifest: Manifest<'Host'>, pointer: string, message: string): Diagnostic {
  const hint = 'declare another Host with what you want, move over, and then delete this one';
  return diagnosticOf({ manifest, pointer, message, hint }, 'host.fixed', 'error');
}
