import { compareText } from './compare-text.ts';
import type { Graph } from './graph.ts';
import type { Manifest } from './manifest.ts';

/** Which organization a provider of the free pool was claimed for, by the provider's name. */
export type Claims = ReadonlyMap<string, string>;

/**
 * The providers that a workspace may order from: its own first, then its organization's, then those of the free pool
 * that nobody else claimed; each by name.
 */
export function providersFor(
  graph: Graph,
  workspace: string,
  claims: Claims = new Map(),
): Manifest<'ComputeProvider'>[] {
  const organization = graph.get('Workspace', workspace)?.spec.organization;
  const ownerOf = ({ metadata, spec }: Manifest<'ComputeProvider'>): string | undefined =>
    spec.organization ?? claims.get(metadata.name);
  const distance = (provider: Manifest<'ComputeProvider'>): number =>
    provider.spec.workspace === workspace ? 0 : ownerOf(provider) === organization ? 1 : 2;
  return graph
    .all('ComputeProvider')
    .filter((provider) => [undefined, organization].includes(ownerOf(provider)))
    .filter(({ spec }) => spec.workspace === undefined || spec.workspace === workspace)
    .sort((a, b) => distance(a) - distance(b) || compareText(a.metadata.name, b.metadata.name));
}
