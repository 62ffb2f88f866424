import type { Hardware, HardwareTotal } from '../../model/capacity.ts';
import { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import { rewritten } from './rewriting.ts';
import type { Rewrite } from './rule.ts';

/**
 * The part of a fleet that placement looks at, with some of it changed. Hardware does not change: it is asked of the
 * whole fleet, which adds it up only once.
 */
export class ChangedFleet extends Graph {
  readonly #whole: Graph;

  constructor(whole: Graph, rewrites: readonly Rewrite[]) {
    const changed = (manifest: Manifest): Manifest[] => {
      const now = rewritten(manifest, rewrites);
      return now ? [now] : [];
    };
    super(
      KINDS.flatMap((kind) => whole.all(kind).flatMap(changed)),
      [],
      NO_KEYS,
    );
    this.#whole = whole;
  }

  override hardwareOf(compute: string): readonly Hardware[] {
    return this.#whole.hardwareOf(compute);
  }

  override hardwareTotalOf(compute: string): HardwareTotal {
    return this.#whole.hardwareTotalOf(compute);
  }
}

const KINDS = ['Compute', 'Service', 'Assignment'] as const;
const NO_KEYS: ReadonlyMap<Manifest, string> = new Map();
