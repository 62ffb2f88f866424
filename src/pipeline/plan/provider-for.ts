import { compareText } from '../../model/compare-text.ts';
import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Family } from '../../model/spec/definitions.ts';
import type { HostSpec } from '../../model/spec/host.ts';

/** The families whose machines are really made; orders of any other are recorded and not sent. */
const REALISED: ReadonlySet<Family> = new Set(['sandbox']);

/**
 * Finds the provider that a Host is ordered from: the one it names; else one of its profile's family, the
 * workspace's own first, then the organization's, then one of the free pool. Null where nothing is sent.
 */
export function providerFor(host: HostSpec, graph: Graph): Manifest<'ComputeProvider'> | null {
  const family = graph.get('ComputeProfile', host.profile)?.spec.family;
  const organization = graph.get('Workspace', host.workspace)?.spec.organization;
  const closeness = ({ spec }: Manifest<'ComputeProvider'>): number =>
    spec.workspace === host.workspace ? 0 : spec.organization === organization ? 1 : 2;
  const open = graph
    .all('ComputeProvider')
    .filter(({ metadata }) => host.provider === undefined || metadata.name === host.provider)
    .filter(({ spec }) => spec.family === family && REALISED.has(spec.family))
    .filter(({ spec }) => spec.organization === undefined || spec.organization === organization)
    .filter(({ spec }) => spec.workspace === undefined || spec.workspace === host.workspace)
    .sort((a, b) => closeness(a) - closeness(b) || compareText(a.metadata.name, b.metadata.name));
  return open[0] ?? null;
}
