import { admits, filtersFor, localFiltersFor } from './admission.ts';
import type { OccupancyFilter } from './filters/filter.ts';
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
  /** One score for each eligible compute, good until something changes on that compute. */
  readonly #scores: Float64Array;
  readonly #local: readonly OccupancyFilter[];
  /** Rules whose answer changes with what happens on other computes. */
  readonly #distant: readonly OccupancyFilter[];
  readonly #usage = newUsage();

  constructor(occupancy: Occupancy, workload: Workload) {
    this.#occupancy = occupancy;
    this.#workload = workload;
    this.#local = localFiltersFor(workload);
    this.#distant = filtersFor(workload).filter(({ local }) => !local);
    this.#scores = new Float64Array(workload.eligibility.computes.length);
    for (let nth = 0; nth < this.#scores.length; nth++) this.#rate(nth);
  }

  /** Puts an instance of the service on the best compute; false when there is none. */
  seat(instance: Instance, except = NOWHERE): boolean {
    const { best, count } = this.#best(except);
    if (best === NOWHERE) return false;
    const compute = this.#workload.eligibility.computes[best] as number;
    this.#occupancy.put(instance, compute);
    instance.candidates = count;
    instance.usedAfter = measure(this.#usage, this.#occupancy, compute).mean;
    this.#rate(best);
    return true;
  }

  /** Finds the highest score, and of equals the first by name. */
  #best(except: number): { best: number; count: number } {
    const { computes } = this.#workload.eligibility;
    const scores = this.#scores;
    let best = NOWHERE;
    let bestScore = FORBIDDEN;
    let count = 0;
    for (let nth = 0; nth < scores.length; nth++) {
      const score = scores[nth] as number;
      const compute = computes[nth] as number;
      if (score === FORBIDDEN || compute === except || this.#distantlyForbidden(compute)) continue;
      count++;
      if (score <= bestScore) continue;
      best = nth;
      bestScore = score;
    }
    return { best, count };
  }

  #distantlyForbidden(compute: number): boolean {
    for (const filter of this.#distant) {
      if (filter.rejects(this.#occupancy, this.#workload, compute)) return true;
    }
    return false;
  }

  #rate(nth: number): void {
    const { min, eligibility } = this.#workload;
    const compute = eligibility.computes[nth] as number;
    this.#scores[nth] = admits(this.#occupancy, this.#workload, compute, this.#local)
      ? scoreOf(measure(this.#usage, this.#occupancy, compute, min), this.#occupancy.fleet.policy)
      : FORBIDDEN;
  }
}
