import type { Comparison, Difference } from '../../model/comparison.ts';
import type { Graph } from '../../model/graph.ts';
import type { RecordedObject } from '../../model/recorded-object.ts';

/**
 * What a plan has to deal with: every difference but Hosts that are cancelled and stay until a later day, and Hosts
 * that an earlier apply did not finish, though their manifests are as recorded. `today` is `YYYY-MM-DD`, UTC.
 */
export function hostDifferences(
  { differences }: Comparison,
  graph: Graph,
  recorded: readonly RecordedObject[],
  today: string,
): Difference[] {
  const open = differences.filter(({ before, after }) => after !== null || !isLeaving(before, today));
  const differing = new Set(differences.map(({ before }) => before?.kind === 'Host' && before.key));
  const unfinished = recorded.flatMap((object): Difference[] => {
    const { kind, key, status } = object;
    if (kind !== 'Host' || typeof status['task'] !== 'string' || differing.has(key)) return [];
    const manifest = graph.get('Host', key);
    return manifest ? [{ manifest, before: object, after: object, changes: [] }] : [];
  });
  return [...open, ...unfinished];
}

function isLeaving(object: RecordedObject | null, today: string): boolean {
  const until = object?.kind === 'Host' && object.status['until'];
  return typeof until === 'string' && until > today;
}
