import type { Hardware, HardwareTotal } from './capacity.ts';
import { Graph } from './graph.ts';
import type { Manifest } from './manifest.ts';

/**
 * The part of a fleet that placement looks at, changed in some way that leaves hardware alone: that is asked of the
 * whole fleet, which adds it up only once however many parts are tried.
 */
export class PartOfGraph extends Graph {
  readonly #whole: Graph;

  constructor(whole: Graph, manifests: readonly Manifest[]) {
    super(manifests, [], NO_KEYS);
    this.#whole = whole;
  }

  override hardwareOf(compute: string): readonly Hardware[] {
    return this.#whole.hardwareOf(compute);
  }

  override hardwareTotalOf(compute: string): HardwareTotal {
    return this.#whole.hardwareTotalOf(compute);
  }
}

const NO_KEYS: ReadonlyMap<Manifest, string> = new Map();
