import type { Manifest } from '../../model/manifest.ts';
import type { Labels } from '../../model/selector.ts';
import { labelsOf, selects } from '../../model/selector.ts';
import type { Selector } from '../../model/spec/common.ts';

/** The computes of the fleet, by name; the rest of the phase knows them by their index here. */
export class Sites {
  readonly computes: readonly Manifest<'Compute'>[];
  readonly names: readonly string[];
  readonly labels: readonly Labels[];
  readonly #indices: ReadonlyMap<string, number>;
  readonly #matching = new Map<string, Uint8Array>();

  /** Takes computes sorted by name. */
  constructor(computes: readonly Manifest<'Compute'>[]) {
    this.computes = computes;
    this.names = computes.map(({ metadata }) => metadata.name);
    this.labels = computes.map(({ metadata, spec }) => labelsOf(metadata.name, spec));
    this.#indices = new Map(this.names.map((name, index) => [name, index]));
  }

  indexOf(name: string): number | undefined {
    return this.#indices.get(name);
  }

  nameOf(compute: number): string {
    return this.names[compute] as string;
  }

  /** Marks with 1 each compute that a selector chooses; every distinct selector is tried once. */
  matching(selector: Selector): Uint8Array {
    const key = JSON.stringify(selector);
    let matching = this.#matching.get(key);
    if (!matching) {
      matching = Uint8Array.from(this.labels, (labels) => (selects(selector, labels) ? 1 : 0));
      this.#matching.set(key, matching);
    }
    return matching;
  }
}
