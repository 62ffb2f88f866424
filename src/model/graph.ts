import type { Address } from './address.ts';
import { addressOfManifest } from './address.ts';
import type { Hardware, HardwareTotal } from './capacity.ts';
import { capacityOf } from './capacity.ts';
import type { Delivery } from './delivery.ts';
import type { Manifest } from './manifest.ts';
import type { ResourceVector } from './resources.ts';
import { addResources, subtractResources, vectorOf } from './resources.ts';
import type { KindName } from './spec/spec-of.ts';

/** One manifest naming another in a field. */
export interface Reference {
  readonly from: Manifest;
  /** JSON pointer of the field. */
  readonly pointer: string;
  readonly to: Manifest;
}

/**
 * The desired fleet: every valid manifest, findable by kind and name, with its references resolved. What Hosts deliver
 * is found like what manifests declare, and is none of the manifests.
 */
export class Graph {
  readonly manifests: readonly Manifest[];
  readonly references: readonly Reference[];
  readonly deliveries: readonly Delivery[];
  /** What identifies each manifest: its name, or its natural key. */
  readonly #keys: ReadonlyMap<Manifest, string>;
  readonly #byKind = new Map<KindName, Map<string, Manifest>>();
  readonly #delivered: ReadonlyMap<string, ResourceVector>;
  readonly #notDeclared: ReadonlySet<Manifest>;
  readonly #hardware = new Map<string, Hardware[]>();
  readonly #totals = new Map<string, HardwareTotal>();
  #outgoing: Map<Address, Reference[]> | undefined;

  constructor(
    manifests: readonly Manifest[],
    references: readonly Reference[],
    keys: ReadonlyMap<Manifest, string>,
    deliveries: readonly Delivery[] = [],
  ) {
    this.manifests = manifests;
    this.references = references;
    this.deliveries = deliveries;
    this.#keys = keys;
    this.#delivered = new Map(deliveries.map(({ compute, resources }) => [compute.metadata.name, resources]));
    const delivered = deliveries.flatMap(({ compute, network }): Manifest[] => [compute, ...network]);
    this.#notDeclared = new Set(delivered);
    for (const manifest of delivered.length === 0 ? manifests : [...manifests, ...delivered]) {
      const named = this.#byKind.get(manifest.kind) ?? new Map<string, Manifest>();
      named.set(manifest.metadata.name, manifest);
      this.#byKind.set(manifest.kind, named);
    }
    this.#equip();
  }

  /** Every manifest of a kind, in file order. */
  all<K extends KindName>(kind: K): Manifest<K>[] {
    return [...(this.#byKind.get(kind)?.values() ?? [])] as Manifest[] as Manifest<K>[];
  }

  /** Every manifest of a kind that somebody declared, in file order. */
  declared<K extends KindName>(kind: K): Manifest<K>[] {
    const all = this.all(kind);
    return this.#notDeclared.size === 0 ? all : all.filter((manifest) => !this.#notDeclared.has(manifest));
  }

  get<K extends KindName>(kind: K, name: string): Manifest<K> | undefined {
    return this.#byKind.get(kind)?.get(name) as Manifest as Manifest<K> | undefined;
  }

  keyOf(manifest: Manifest): string {
    return this.#keys.get(manifest) ?? manifest.metadata.name;
  }

  /** The same fleet with more deliveries. */
  with(deliveries: readonly Delivery[]): Graph {
    if (deliveries.length === 0) return this;
    return new Graph(this.manifests, this.references, this.#keys, [...this.deliveries, ...deliveries]);
  }

  /** The same fleet before anything is delivered. */
  bare(): Graph {
    return this.deliveries.length === 0 ? this : new Graph(this.manifests, this.references, this.#keys);
  }

  /** What a manifest names. */
  referencesFrom(manifest: Manifest): readonly Reference[] {
    if (!this.#outgoing) {
      this.#outgoing = new Map();
      for (const reference of this.references) {
        const address = addressOfManifest(reference.from);
        const list = this.#outgoing.get(address);
        if (list) list.push(reference);
        else this.#outgoing.set(address, [reference]);
      }
    }
    return this.#outgoing.get(addressOfManifest(manifest)) ?? [];
  }

  /** The components that stand in a compute. */
  hardwareOf(compute: string): readonly Hardware[] {
    return this.#hardware.get(compute) ?? [];
  }

  /** What the hardware of a compute adds up to, with what its profile offers, and what is wrong with it. */
  hardwareTotalOf(compute: string): HardwareTotal {
    let total = this.#totals.get(compute);
    if (!total) this.#totals.set(compute, (total = this.#totalOf(compute)));
    return total;
  }

  /** What services may use of a compute: its hardware less what it keeps reserved. */
  capacityOf(compute: Manifest<'Compute'>): ResourceVector {
    const { capacity } = this.hardwareTotalOf(compute.metadata.name);
    return subtractResources(capacity, vectorOf(compute.spec.reserved));
  }

  #totalOf(compute: string): HardwareTotal {
    const { capacity, faults } = capacityOf(this.hardwareOf(compute));
    const delivered = this.#delivered.get(compute);
    return { capacity: delivered ? addResources(capacity, delivered) : capacity, faults };
  }

  #equip(): void {
    for (const { metadata, spec } of this.all('ComponentAssignment')) {
      const component = this.get('Component', spec.component)?.spec;
      if (!component) continue;
      const { quantity, raidLevel, raidGroup } = spec;
      const piece: Hardware = { assignment: metadata.name, component, quantity, raidLevel, raidGroup };
      for (const compute of spec.computes) {
        const pieces = this.#hardware.get(compute);
        if (pieces) pieces.push(piece);
        else this.#hardware.set(compute, [piece]);
      }
    }
  }
}
