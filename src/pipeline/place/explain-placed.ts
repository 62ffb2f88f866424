import type { PlannedPlacement } from '../../model/placement.ts';
import type { ResourceVector } from '../../model/resources.ts';
import { utilisationOf, wholePercent } from '../../model/utilisation.ts';
import { allocatedOn, totalOf } from './allocation.ts';
import { vectorFrom } from './amounts.ts';
import type { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import { rankOf, scoreOfRank } from './scores/score.ts';

/** Without a candidate of its own, an instance came in because others were put elsewhere. */
const CHOICES = ['placed together with others', 'the only candidate'];

/**
 * Says where instances are, what they get, how well their computes are used, and why, once grants are made. Amounts
 * that are the same, and the parts that texts are made of, are written once: a fleet has far more instances than
 * different ones of these.
 */
export class PlacedExplainer {
  readonly #occupancy: Occupancy;
  /** How well each compute is used, in four digits. */
  readonly #scores: Float64Array;
  /** How a reason begins, by how many candidates there were. */
  readonly #choices: (string | undefined)[];
  /** How it ends, by compute: how much of it is granted once all are placed. */
  readonly #afters: (string | undefined)[];
  readonly #vectors = new Map<Float64Array, ResourceVector>();

  constructor(occupancy: Occupancy) {
    const { mean, hottest, fleet } = occupancy;
    this.#occupancy = occupancy;
    this.#choices = new Array<string | undefined>(fleet.size + 1);
    this.#afters = new Array<string | undefined>(fleet.size);
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

  #grantOf({ granted }: Instance): ResourceVector {
    let vector = this.#vectors.get(granted);
    if (!vector) this.#vectors.set(granted, (vector = vectorFrom(granted)));
    return vector;
  }

  #reasonOf(instance: Instance, kept: boolean): string {
    if (instance.pin) return reasonOfPinned(instance, kept);
    if (kept) return 'kept';
    return instance.moved ?? this.#choiceOf(instance);
  }

  #choiceOf({ candidates, compute }: Instance): string {
    const choice = (this.#choices[candidates] ??= CHOICES[candidates] ?? `best of ${candidates} candidates`);
    return choice + (this.#afters[compute] ??= this.#afterOn(compute));
  }

  #afterOn(compute: number): string {
    const total = totalOf(this.#occupancy.fleet, compute);
    const { mean } = utilisationOf(total, allocatedOn(this.#occupancy, compute));
    return `: ${wholePercent(mean)} % used after`;
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
