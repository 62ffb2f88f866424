import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import { PartOfGraph } from '../../model/part-of-graph.ts';
import { rewritten } from './rewriting.ts';
import type { Rewrite } from './rule.ts';

/** The fleet as placement sees it, with some of it changed. */
export class ChangedFleet extends PartOfGraph {
  constructor(whole: Graph, rewrites: readonly Rewrite[]) {
    const changed = (manifest: Manifest): Manifest[] => {
      const now = rewritten(manifest, rewrites);
      return now ? [now] : [];
    };
    super(
      whole,
      KINDS.flatMap((kind) => whole.all(kind).flatMap(changed)),
    );
  }
}

/** What placement looks at, and what is changed for it to look at. */
export const KINDS = ['Compute', 'Service', 'Assignment'] as const;
