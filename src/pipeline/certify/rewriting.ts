import type { RuleLocation } from '../../model/infeasibility.ts';
import type { Manifest } from '../../model/manifest.ts';
import { addressOfManifest } from '../../model/address.ts';
import type { ServicePlacement, ServiceSpec } from '../../model/spec/service.ts';
import type { KindName, SpecOf } from '../../model/spec/spec-of.ts';
import type { Rewrite } from './rule.ts';

/** Rewrites the spec of one manifest. */
export function rewriting<K extends KindName>(
  kind: K,
  name: string,
  change: (spec: SpecOf[K]) => SpecOf[K],
): Rewrite {
  return (manifest) =>
    manifest.kind === kind && manifest.metadata.name === name
      ? { ...manifest, spec: change(manifest.spec as SpecOf[K]) }
      : manifest;
}

/** Rewrites the placement rules of one service. */
export function replacing(service: string, change: (rules: ServicePlacement) => ServicePlacement): Rewrite {
  return rewriting('Service', service, (spec: ServiceSpec) => ({
    ...spec,
    placement: change(spec.placement ?? {}),
  }));
}

/** Says where a field of a manifest is written. */
export function locationOf(manifest: Manifest, pointer: string): RuleLocation {
  const { file, line } = manifest.source.locate(pointer);
  return { address: addressOfManifest(manifest), pointer, file, line };
}

/** Writes a name as a part of a JSON pointer. */
export function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** What a manifest reads like after some rewrites; null where one takes it out. */
export function rewritten(manifest: Manifest, rewrites: readonly Rewrite[]): Manifest | null {
  let now: Manifest | null = manifest;
  for (const rewrite of rewrites) now = now && rewrite(now);
  return now;
}
