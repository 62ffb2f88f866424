import type { Graph } from '../../model/graph.ts';
import { PartOfGraph } from '../../model/part-of-graph.ts';
import type { Loss } from './read-loss.ts';

/** The fleet as placement sees it, without what is lost. What refers to something lost stays and refers to nothing. */
export class Remainder extends PartOfGraph {
  constructor(whole: Graph, losses: readonly Pick<Loss, 'computes' | 'services'>[]) {
    const computes = new Set(losses.flatMap((loss) => loss.computes));
    const services = new Set(losses.flatMap((loss) => loss.services));
    super(whole, [
      ...whole.all('Compute').filter(({ metadata }) => !computes.has(metadata.name)),
      ...whole.all('Service').filter(({ metadata }) => !services.has(metadata.name)),
      ...whole.all('Assignment'),
    ]);
  }
}
