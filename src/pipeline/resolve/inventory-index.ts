import type { Address } from '../../model/address.ts';
import { addressOf, addressOfManifest } from '../../model/address.ts';
import { hostOfDeliveredAddress } from '../../model/delivered-address.ts';
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
  readonly #namesakes = new Map<Address, Manifest[]>();

  constructor(manifests: readonly Manifest[], broken: ReadonlySet<Address>, incomplete: boolean) {
    this.manifests = manifests;
    this.broken = broken;
    this.incomplete = incomplete;
    for (const manifest of manifests) {
      const address = addressOfManifest(manifest);
      push(this.#byAddress, address, manifest);
      // A Host is a Compute once it is there.
      const { kind, metadata } = manifest;
      push(this.#namesakes, kind === 'Host' ? addressOf('Compute', metadata.name) : address, manifest);
    }
    this.uses = manifests.flatMap((manifest) => this.#usesOf(manifest));
  }

  /** Manifests that share an address, or would once what is ordered is there; more than one is a mistake. */
  namesakes(): Iterable<readonly Manifest[]> {
    return this.#namesakes.values();
  }

  /** Tells whether something of this name comes with a Host. */
  isDelivered(kind: KindName, name: string): boolean {
    const host = kind === 'IPAddress' ? hostOfDeliveredAddress(name) : undefined;
    return host !== undefined && this.#byAddress.has(addressOf('Host', host));
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

function push(lists: Map<Address, Manifest[]>, address: Address, manifest: Manifest): void {
  const list = lists.get(address);
  if (list) list.push(manifest);
  else lists.set(address, [manifest]);
}

const KIND_NAMES = Object.keys(SCHEMA_FACTS) as KindName[];
