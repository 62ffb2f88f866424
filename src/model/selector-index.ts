import type { Manifest } from './manifest.ts';
import type { Labels } from './selector.ts';
import { labelsOf, selects } from './selector.ts';
import type { Selector } from './spec/definitions.ts';

interface Labelled {
  readonly compute: Manifest<'Compute'>;
  readonly labels: Labels;
}

/** Finds the computes that a selector chooses without asking all of them, where an entry of it names values. */
export class SelectorIndex {
  readonly #all: readonly Labelled[];
  readonly #having = new Map<string, Labelled[]>();

  constructor(computes: readonly Manifest<'Compute'>[]) {
    this.#all = computes.map((compute) => ({
      compute,
      labels: labelsOf(compute.metadata.name, compute.spec),
    }));
    for (const labelled of this.#all) {
      for (const [key, value] of labelled.labels) {
        const having = this.#having.get(labelText(key, value));
        if (having) having.push(labelled);
        else this.#having.set(labelText(key, value), [labelled]);
      }
    }
  }

  selected(selector: Selector): Manifest<'Compute'>[] {
    return this.#fewest(selector)
      .filter(({ labels }) => selects(selector, labels))
      .map(({ compute }) => compute);
  }

  /** The computes that one entry of a selector leaves, of all such entries the shortest list. */
  #fewest({ matchLabels = {}, matchExpressions = [] }: Selector): readonly Labelled[] {
    const entries = [
      ...Object.entries(matchLabels).map(([key, value]) => ({ key, values: [value] })),
      ...matchExpressions.flatMap(({ key, operator, values = [] }) =>
        operator === 'In' ? [{ key, values }] : [],
      ),
    ];
    let fewest = this.#all;
    for (const { key, values } of entries) {
      const having = [...new Set(values)].flatMap((value) => this.#having.get(labelText(key, value)) ?? []);
      if (having.length < fewest.length) fewest = having;
    }
    return fewest;
  }
}

function labelText(key: string, value: string): string {
  return `${key}=${value}`;
}
