import type { PlannedPlacement } from '../../model/placement.ts';
import type { ResourceVector } from '../../model/resources.ts';
import { vectorFrom } from './amounts.ts';
import type { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import { rankOf, scoreOfRank } from './scores/score.ts';

/** More than any percentage, so that a count and a percentage make one number. */
const PERCENTAGES = 1000;

/** Without a candidate of its own, an instance came in because others were put elsewhere. */
const CHOICES = ['placed together with others', 'the only candidate'];

/**
 * Says where instances are, what they get, how well their computes are used, and why. Texts and amounts that are the
 * same are written once: a fleet has far more instances than different ones of these.
 */
export class PlacedExplainer {
  readonly #occupancy: Occupancy;
  /** How well each compute is used, in four digits. */
  readonly #scores: Float64Array;
  readonly #choices = new Map<number, string>();
  readonly #vectors = new Map<Float64Array, ResourceVector>();

  constructor(occupancy: Occupancy) {
    const { mean, hottest, fleet } = occupancy;
    this.#occupancy = occupancy;
    this.#scores = mean.map((share, compute) => {
      const score = scoreOfRank(rankOf(share, hottest[compute] as number, fleet.policy));
      return Math.round(score * 10_000) / 10_000;
    });
  }

  explain(instance: Instance): PlannedPlacement {
    const compute = this.#occupancy.fleet.sites.nameOf(instance.compute);
    const kept = instance.from === compute;
    return {
      service: instance.workload.name,
      instance: instance.number,
      compute,
      granted: this.#grantOf(instance),
      score: this.#scores[instance.compute] as number,
      kept,
      pinned: instance.pin !== undefined,
      reason: this.#reasonOf(instance, kept),
    };
  }

  #grantOf({ more, workload: { min, max } }: Instance): ResourceVector {
    // A grant between min and max is one instance's own.
    if (more !== undefined && more !== max) return vectorFrom(more);
    const amounts = more ?? min;
    let vector = this.#vectors.get(amounts);
    if (!vector) this.#vectors.set(amounts, (vector = vectorFrom(amounts)));
    return vector;
  }

  #reasonOf(instance: Instance, kept: boolean): string {
    if (instance.pin) return reasonOfPinned(instance, kept);
    if (kept) return 'kept';
    return instance.moved ?? this.#choiceOf(instance);
  }

  #choiceOf({ candidates, percentAfter }: Instance): string {
    const key = candidates * PERCENTAGES + percentAfter;
    let text = this.#choices.get(key);
    if (text === undefined) {
      const choice = CHOICES[candidates] ?? `best of ${candidates} candidates`;
      this.#choices.set(key, (text = `${choice}: ${percentAfter} % used after`));
    }
    return text;
  }
}

function reasonOfPinned({ workload, pin, from }: Instance, kept: boolean): string {
  const text = `pinned: ${pin?.reason ?? `by Assignment ${pin?.assignment}`}`;
  const notes = [
    ...(kept || from === undefined ? [] : [`moved from ${from}`]),
    ...(pin?.allocated && !workload.bound ? ['what is allocated does not fit'] : []),
  ];
  return notes.length === 0 ? text : `${text} (${notes.join(', ')})`;
}
