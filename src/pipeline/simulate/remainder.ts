import type { Hardware, HardwareTotal } from '../../model/capacity.ts';
import { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Loss } from './read-loss.ts';

/**
 * The part of a fleet that placement looks at, without what is lost. It asks the whole fleet for hardware, which is
 * added up only once however many losses are tried. What refers to something lost stays and refers to nothing.
 */
export class Remainder extends Graph {
  readonly #whole: Graph;

  constructor(whole: Graph, losses: readonly Pick<Loss, 'computes' | 'services'>[]) {
    const computes = new Set(losses.flatMap((loss) => loss.computes));
    const services = new Set(losses.flatMap((loss) => loss.services));
    super(
      [
        ...whole.all('Compute').filter(({ metadata }) => !computes.has(metadata.name)),
        ...whole.all('Service').filter(({ metadata }) => !services.has(metadata.name)),
        ...whole.all('Assignment'),
      ],
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

const NO_KEYS: ReadonlyMap<Manifest, string> = new Map();
