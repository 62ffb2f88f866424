import type { Finding } from '../../model/finding.ts';
import type { Graph } from '../../model/graph.ts';
import type { ListedCheck } from '../../model/listed-check.ts';
import type { MachineOrder } from '../../model/machine.ts';
import type { Quote } from '../../model/quote.ts';

/** A rule over what providers say of the orders of a plan. Its file is named after its id. */
export interface QuoteCheck extends ListedCheck {
  /** What is told once, however many orders it is found for; by default what is found at one place. */
  readonly tellsOnce?: 'message';
  run(quote: Quote, order: MachineOrder, graph: Graph): Iterable<Finding>;
}
