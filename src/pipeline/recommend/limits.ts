import type { Manifest } from '../../model/manifest.ts';
import type { Limits } from '../../model/spec/definitions.ts';
import type { Candidate, Shop } from './candidates.ts';
import type { VirtualHost } from './with-hosts.ts';
import type { Limit } from '../../packing/purchase.ts';

/** What one host adds to each thing that can be limited. */
const MEASURES: Record<keyof Limits, (candidate: Candidate) => number> = {
  hosts: () => 1,
  cores: ({ profile }) => profile.spec.resources.cores ?? 0,
  memory: ({ profile }) => profile.spec.resources.memory ?? 0,
  monthlyCost: ({ monthly }) => monthly,
};

/** What may still be bought: the limits of the workspace and its organization, less what is ordered. */
export function limitsOf(
  { graph, workspace }: Shop,
  candidates: readonly Candidate[],
  ordered: readonly (VirtualHost & { readonly host?: Manifest<'Host'> })[],
): Limit[] {
  const { organization } = workspace.spec;
  const ours = ordered.filter(({ host }) => !host || host.spec.workspace === workspace.metadata.name);
  const theirs = ordered.filter(
    ({ host }) => !host || graph.get('Workspace', host.spec.workspace)?.spec.organization === organization,
  );
  return [
    ...bounds(workspace.spec.limits, candidates, ours),
    ...bounds(graph.get('Organization', organization)?.spec.limits, candidates, theirs),
  ];
}

function bounds(
  limits: Limits | undefined,
  candidates: readonly Candidate[],
  ordered: readonly VirtualHost[],
): Limit[] {
  return (Object.keys(MEASURES) as (keyof Limits)[]).flatMap((name) => {
    const limit = limits?.[name];
    if (limit === undefined) return [];
    const used = ordered.reduce((sum, { candidate }) => sum + MEASURES[name](candidate), 0);
    return [{ uses: candidates.map(MEASURES[name]), most: Math.max(0, limit - used) }];
  });
}
