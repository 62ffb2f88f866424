import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { RecordedObject } from '../../model/recorded-object.ts';

/** Where a Host was made; before that, where it is tried first. */
export function regionOf(
  { spec }: Manifest<'Host'>,
  profile: Manifest<'ComputeProfile'>,
  graph: Graph,
  { region }: RecordedObject['status'],
): string {
  if (typeof region === 'string') return region;
  const home = spec.provider === undefined ? undefined : graph.get('ComputeProvider', spec.provider);
  const [first = 'unknown'] = [
    spec.region ?? [],
    spec.regions ?? [],
    home?.spec.region ?? [],
    profile.spec.regions ?? [],
  ].flat();
  return first;
}
