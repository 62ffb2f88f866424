import type { Address } from '../../model/address.ts';
import { splitAddress } from '../../model/address.ts';
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
  readonly #named: ByName = new Map();
  readonly #namesakes: ByName = new Map();

  constructor(manifests: readonly Manifest[], broken: ReadonlySet<Address>, incomplete: boolean) {
    this.manifests = manifests;
    this.broken = broken;
    this.incomplete = incomplete;
    for (const manifest of manifests) {
      const { kind } = manifest;
      push(this.#named, kind, manifest);
      // A Host is a Compute once it is there.
      push(this.#namesakes, kind === 'Host' ? 'Compute' : kind, manifest);
    }
    this.uses = manifests.flatMap((manifest) => this.#usesOf(manifest));
  }

  /** Manifests that share an address, or would once what is ordered is there; more than one is a mistake. */
  namesakes(): Iterable<readonly Manifest[]> {
    return [...this.#namesakes.values()].flatMap((named) => [...named.values()]);
  }

  /** Tells whether something of this name comes with a Host. */
  isDelivered(kind: KindName, name: string): boolean {
    const host = kind === 'IPAddress' ? hostOfDeliveredAddress(name) : undefined;
    return host !== undefined && this.get('Host', host) !== undefined;
  }

  get(kind: KindName, name: string): Manifest | undefined {
    return this.#named.get(kind)?.get(name)?.[0];
  }

  /** Kinds that have a manifest of this name. */
  kindsNamed(name: string): KindName[] {
    return KIND_NAMES.filter((kind) => this.#named.get(kind)?.has(name));
  }

  /** All names in use among some kinds, valid manifests or not. */
  namesOf(kinds: readonly KindName[]): readonly string[] {
    const id = kinds.join();
    let names = this.#names.get(id);
    if (!names) {
      const broken = [...this.broken].map(splitAddress);
      names = [
        ...[...this.#named].flatMap(([kind, named]) => (kinds.includes(kind) ? [...named.keys()] : [])),
        ...broken.flatMap(({ kind, name }) => (kinds.includes(kind) ? [name] : [])),
      ];
      this.#names.set(id, names);
    }
    return names;
  }

  #usesOf(from: Manifest): Use[] {
    const uses: Use[] = [];
    for (const field of SCHEMA_FACTS[from.kind].references) {
      for (const { pointer, value: name } of pointedAt(from, field.pointer)) {
        if (typeof name === 'string') uses.push({ from, pointer, name, field, to: this.#oneOf(field, name) });
      }
    }
    return uses;
  }

  #oneOf({ kinds }: ReferenceField, name: string): Manifest | undefined {
    for (const kind of kinds) {
      const found = this.get(kind, name);
      if (found) return found;
    }
    return undefined;
  }
}

/** Not by address: one that is put together for each of thousands of questions costs more than the answer. */
type ByName = Map<KindName, Map<string, Manifest[]>>;

function push(lists: ByName, kind: KindName, manifest: Manifest): void {
  const named = lists.get(kind) ?? new Map<string, Manifest[]>();
  lists.set(kind, named);
  const list = named.get(manifest.metadata.name);
  if (list) list.push(manifest);
  else named.set(manifest.metadata.name, [manifest]);
}

const KIND_NAMES = Object.keys(SCHEMA_FACTS) as KindName[];
