import type { Manifest } from '../../model/manifest.ts';
import { labelsOf, selects } from '../../model/selector.ts';
import type { Selector, SelectorExpression } from '../../model/spec/definitions.ts';
import { LabelColumns } from './label-columns.ts';

/** The computes of the fleet, by name; the rest of the phase knows them by their index here. */
export class Sites {
  readonly computes: readonly Manifest<'Compute'>[];
  readonly names: readonly string[];
  readonly columns: LabelColumns;
  /** 1 for each compute that is active. */
  readonly active: Uint8Array;
  #indices: ReadonlyMap<string, number> | undefined;
  /** Masks by selector, and by the single conditions that selectors are made of. */
  readonly #matching = new Map<string, Uint8Array>();

  /** Takes computes sorted by name. */
  constructor(computes: readonly Manifest<'Compute'>[]) {
    this.computes = computes;
    this.names = computes.map(({ metadata }) => metadata.name);
    this.columns = new LabelColumns(computes);
    this.active = Uint8Array.from(computes, ({ spec }) => (spec.state === 'active' ? 1 : 0));
  }

  indexOf(name: string): number | undefined {
    this.#indices ??= new Map(this.names.map((one, index) => [one, index]));
    return this.#indices.get(name);
  }

  nameOf(compute: number): string {
    return this.names[compute] as string;
  }

  /** Marks with 1 each compute that a selector chooses; every distinct selector is tried once. */
  matching(selector: Selector): Uint8Array {
    return this.#once(JSON.stringify(selector), () => {
      const mask = new Uint8Array(this.names.length).fill(1);
      for (const [key, value] of Object.entries(selector.matchLabels ?? {})) {
        narrow(mask, this.#labelled(key, value));
      }
      for (const expression of selector.matchExpressions ?? []) narrow(mask, this.#meeting(expression));
      return mask;
    });
  }

  #labelled(key: string, value: string): Uint8Array {
    return this.#once(JSON.stringify([key, value]), () => {
      const { values, of } = this.columns.of(key);
      const wanted = values.get(value) ?? NaN;
      return maskOf(of, (number) => (number === wanted ? 1 : 0));
    });
  }

  /** Asks once for each value of the label, not once for each compute. */
  #meeting(expression: SelectorExpression): Uint8Array {
    return this.#once(JSON.stringify([expression]), () => {
      const { of, examples, without } = this.columns.of(expression.key);
      const verdict = (compute: number): number => {
        const { metadata, spec } = this.computes[compute] as Manifest<'Compute'>;
        return selects({ matchExpressions: [expression] }, labelsOf(metadata.name, spec)) ? 1 : 0;
      };
      const verdicts = Uint8Array.from(examples, verdict);
      const otherwise = without === undefined ? 0 : verdict(without);
      return maskOf(of, (number) => (number < 0 ? otherwise : (verdicts[number] as number)));
    });
  }

  #once(key: string, find: () => Uint8Array): Uint8Array {
    let mask = this.#matching.get(key);
    if (!mask) this.#matching.set(key, (mask = find()));
    return mask;
  }
}

/** Marks computes by the numbers of their values; `Uint8Array.from` takes many times as long. */
function maskOf(numbers: Int32Array, mark: (number: number) => number): Uint8Array {
  const mask = new Uint8Array(numbers.length);
  for (let compute = 0; compute < mask.length; compute++) mask[compute] = mark(numbers[compute] as number);
  return mask;
}

function narrow(mask: Uint8Array, by: Uint8Array): void {
  for (let compute = 0; compute < mask.length; compute++) {
    if (by[compute] === 0) mask[compute] = 0;
  }
}
