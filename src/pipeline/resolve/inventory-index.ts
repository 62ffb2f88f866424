import type { Address } from '../../model/address.ts';
import { addressOf, addressOfManifest } from '../../model/address.ts';
import type { Manifest } from '../../model/manifest.ts';
import { pointedAt } from '../../model/json-pointer.ts';
import type { ReferenceField } from '../../model/schema-facts.ts';
import { SCHEMA_FACTS } from '../../model/spec/schema-facts.ts';
import type { KindName } from '../../model/spec/spec-of.ts';

/** One field that names a manifest, whether or not there is one of that name. */
export interface Use {
  readonly from: Manifest;
  readonly pointer: string;
  readonly name: string;
  readonly field: ReferenceField;
  /** The manifest named; undefined when there is none of a fitting kind. */
  readonly to: Manifest | undefined;
}

/** Every manifest by kind and name, and every use of one by another. */
export class InventoryIndex {
  readonly manifests: readonly Manifest[];
  readonly broken: ReadonlySet<Address>;
  readonly incomplete: boolean;
  readonly uses: readonly Use[];
  readonly #names = new Map<string, readonly string[]>();
  readonly #byAddress = new Map<Address, Manifest[]>();

  constructor(manifests: readonly Manifest[], broken: ReadonlySet<Address>, incomplete: boolean) {
    this.manifests = manifests;
    this.broken = broken;
    this.incomplete = incomplete;
    for (const manifest of manifests) {
      const address = addressOfManifest(manifest);
      const same = this.#byAddress.get(address);
      if (same) same.push(manifest);
      else this.#byAddress.set(address, [manifest]);
    }
    this.uses = manifests.flatMap((manifest) => this.#usesOf(manifest));
  }

  /** Manifests that share an address; more than one is a mistake. */
  namesakes(): Iterable<readonly Manifest[]> {
    return this.#byAddress.values();
  }

  get(kind: KindName, name: string): Manifest | undefined {
    return this.#byAddress.get(addressOf(kind, name))?.[0];
  }

  /** Kinds that have a manifest of this name. */
  kindsNamed(name: string): KindName[] {
    return KIND_NAMES.filter((kind) => this.#byAddress.has(addressOf(kind, name)));
  }

  /** All names in use among some kinds, valid manifests or not. */
  namesOf(kinds: readonly KindName[]): readonly string[] {
    const id = kinds.join();
    let names = this.#names.get(id);
    if (!names) {
      names = [...this.#byAddress.keys(), ...this.broken]
        .filter((address) => kinds.some((kind) => address.startsWith(`${kind}/`)))
        .map((address) => address.slice(address.indexOf('/') + 1));
      this.#names.set(id, names);
    }
    return names;
  }

  #usesOf(from: Manifest): Use[] {
    return SCHEMA_FACTS[from.kind].references.flatMap((field) =>
      pointedAt(from, field.pointer)
        .filter(({ value }) => typeof value === 'string')
        .map(({ pointer, value }) => {
          const name = value as string;
          const to = field.kinds.map((kind) => this.get(kind, name)).find((found) => found !== undefined);
          return { from, pointer, name, field, to };
        }),
    );
  }
}

const KIND_NAMES = Object.keys(SCHEMA_FACTS) as KindName[];
