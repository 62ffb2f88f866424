import type { Graph } from '../model/graph.ts';
import { providersFor } from '../model/providers-for.ts';
import type { RecordedObject } from '../model/recorded-object.ts';
import { StowageError } from '../model/stowage-error.ts';

/**
 * Chooses the Workspace that a provider's machines are taken into: the one named, else the only one that may have them.
 * One of a cluster must be named, as what is taken into it joins the cluster.
 */
export function importWorkspace(
  provider: string,
  graph: Graph,
  recorded: readonly RecordedObject[],
  named: string | undefined,
): string {
  const claims = new Map(
    recorded.flatMap(({ kind, key, status }) =>
      kind === 'ComputeProvider' && typeof status['organization'] === 'string'
        ? [[key, status['organization']]]
        : [],
    ),
  );
  const able = graph
    .all('Workspace')
    .map(({ metadata }) => metadata.name)
    .filter((name) => providersFor(graph, name, claims).some(({ metadata }) => metadata.name === provider))
    .sort();
  const [only, second] = able.filter((name) => graph.get('Workspace', name)?.spec.type !== 'kubernetes');
  if (named === undefined && only !== undefined && second === undefined) return only;
  if (named !== undefined && able.includes(named)) return named;
  const hint =
    able.length === 0
      ? 'declare a Workspace and its Organization; see `stowage schema Workspace`'
      : `choose one with --workspace: ${able.join(', ')}`;
  if (able.length === 0)
    throw new StowageError('import.no-workspace', `no Workspace may have machines of ${provider}`, hint);
  if (named === undefined)
    throw new StowageError(
      'import.which-workspace',
      `it is not clear for which Workspace the machines of ${provider} are`,
      hint,
    );
  const message = `there is no Workspace ${named} that may have machines of ${provider}`;
  throw new StowageError('import.unknown-workspace', message, hint);
}
