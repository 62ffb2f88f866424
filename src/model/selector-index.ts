import type { Manifest } from './manifest.ts';
import type { Labels } from './selector.ts';
import { labelOf, labelsOf, selects } from './selector.ts';
import type { Selector } from './spec/definitions.ts';

type Compute = Manifest<'Compute'>;

const NOBODY: readonly Compute[] = [];

/** Finds the computes that a selector chooses without asking all of them, where an entry of it names values. */
export class SelectorIndex {
  readonly #all: readonly Compute[];
  /** By key and value, of the keys that were asked for. */
  readonly #having = new Map<string, ReadonlyMap<string, readonly Compute[]>>();
  readonly #labels = new Map<Compute, Labels>();

  constructor(computes: readonly Compute[]) {
    this.#all = computes;
  }

  selected(selector: Selector): Compute[] {
    return this.#fewest(selector).filter((compute) => selects(selector, this.#labelsOf(compute)));
  }

  /** The computes that one entry of a selector leaves, of all such entries the shortest list. */
  #fewest({ matchLabels = {}, matchExpressions = [] }: Selector): readonly Compute[] {
    const entries = [
      ...Object.entries(matchLabels).map(([key, value]) => ({ key, values: [value] })),
      ...matchExpressions.flatMap(({ key, operator, values = [] }) =>
        operator === 'In' ? [{ key, values }] : [],
      ),
    ];
    let fewest = this.#all;
    for (const { key, values } of entries) {
      const having = [...new Set(values)].flatMap((value) => this.#havingKey(key).get(value) ?? NOBODY);
      if (having.length < fewest.length) fewest = having;
    }
    return fewest;
  }

  #havingKey(key: string): ReadonlyMap<string, readonly Compute[]> {
    const known = this.#having.get(key);
    if (known) return known;
    const having = new Map<string, Compute[]>();
    this.#having.set(key, having);
    for (const compute of this.#all) {
      const value = labelOf(key, compute.metadata.name, compute.spec);
      if (value === undefined) continue;
      const alike = having.get(value);
      if (alike) alike.push(compute);
      else having.set(value, [compute]);
    }
    return having;
  }

  #labelsOf(compute: Compute): Labels {
    let labels = this.#labels.get(compute);
    if (!labels) this.#labels.set(compute, (labels = labelsOf(compute.metadata.name, compute.spec)));
    return labels;
  }
}
