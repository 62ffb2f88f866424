import { admits, filtersFor } from './admission.ts';
import type { Instance } from './instance.ts';
import { NOWHERE } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import { scoreOf } from './scores/score.ts';
import { measure, newUsage } from './scores/usage.ts';
import type { Workload } from './workload.ts';

/** The score of a compute that a hard rule forbids. */
const FORBIDDEN = -1;

/** The computes that could take one more instance of a service, each with its score. */
export class Candidates {
  readonly #occupancy: Occupancy;
  readonly #workload: Workload;
  /** One score for each eligible compute. */
  readonly #scores: Float64Array;
  readonly #filters;
  readonly #usage = newUsage();

  constructor(occupancy: Occupancy, workload: Workload) {
    this.#occupancy = occupancy;
    this.#workload = workload;
    this.#filters = filtersFor(workload);
    this.#scores = new Float64Array(workload.eligibility.computes.length);
    for (let nth = 0; nth < this.#scores.length; nth++) this.#rate(nth);
  }

  /** How many computes could take one more instance. */
  get count(): number {
    return this.#best(NOWHERE).count;
  }

  /** Puts an instance of the service on the best compute; false when there is none. */
  seat(instance: Instance, except = NOWHERE): boolean {
    const { best, count } = this.#best(except);
    if (best === NOWHERE) return false;
    const compute = this.#workload.eligibility.computes[best] as number;
    this.#occupancy.put(instance, compute);
    instance.candidates = count;
    instance.usedAfter = measure(this.#usage, this.#occupancy, compute).mean;
    // The share of one topology value depends on the others; every other rule looks at one compute only.
    if (!this.#workload.eligibility.topology) this.#rate(best);
    else for (let nth = 0; nth < this.#scores.length; nth++) this.#rate(nth);
    return true;
  }

  /** Finds the highest score, and of equals the first by name. */
  #best(except: number): { best: number; count: number } {
    const { computes } = this.#workload.eligibility;
    let best = NOWHERE;
    let count = 0;
    for (let nth = 0; nth < this.#scores.length; nth++) {
      const score = this.#scores[nth] as number;
      if (score === FORBIDDEN || computes[nth] === except) continue;
      count++;
      if (best === NOWHERE || score > (this.#scores[best] as number)) best = nth;
    }
    return { best, count };
  }

  #rate(nth: number): void {
    const compute = this.#workload.eligibility.computes[nth] as number;
    this.#scores[nth] = admits(this.#occupancy, this.#workload, compute, this.#filters)
      ? scoreOf(
          measure(this.#usage, this.#occupancy, compute, this.#workload.min),
          this.#occupancy.fleet.policy,
        )
      : FORBIDDEN;
  }
}
