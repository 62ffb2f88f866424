import { canonicalJson } from '../../model/canonical-json.ts';
import type { ImportedProfile } from '../../model/imported.ts';
import type { FoundMachine } from '../../model/machine.ts';
import type { FreeNames } from './free-names.ts';

/** Writes the profiles of machines that no declared one fits: one for the same parameters, resources and price. */
export class NewProfiles {
  readonly #family: string;
  readonly #names: FreeNames;
  readonly #all = new Map<string, ImportedProfile>();

  constructor(family: string, names: FreeNames) {
    this.#family = family;
    this.#names = names;
  }

  /** The name of a machine's profile. */
  for({ machine: { region }, parameters, resources, price }: FoundMachine): string {
    const key = canonicalJson({ parameters, resources, price });
    const known = this.#all.get(key);
    const name = known?.name ?? this.#names.next(this.#wordsFor(parameters, resources));
    const regions = new Set([...(known?.regions ?? []), ...(region === null ? [] : [region])]);
    this.#all.set(key, { name, parameters, resources, price, regions: [...regions].sort() });
    return name;
  }

  get all(): ImportedProfile[] {
    return [...this.#all.values()];
  }

  /** The provider's own word where it has one, else how large it is. */
  #wordsFor(parameters: FoundMachine['parameters'], { cores, memory }: FoundMachine['resources']): string {
    const values = Object.values(parameters);
    const [only] = values;
    if (values.length === 1 && (typeof only === 'string' || typeof only === 'number'))
      return `${this.#family}-${only}`;
    if (cores === undefined || memory === undefined) return `${this.#family}-imported`;
    return `${this.#family}-${cores}-cores-${Math.round(memory / 1024)}-gb`;
  }
}
