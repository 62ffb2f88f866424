import type { ServicePlacement } from '../../model/spec/service.ts';
import type { Layout } from './layout.ts';
import type { Topology } from './topology.ts';

/** A service as placement sees it. Amounts are in thousandths, one figure per resource. */
export interface Workload {
  /** Its place among the workloads by name. */
  readonly index: number;
  readonly name: string;
  /** 0 for an inactive service. */
  readonly replicas: number;
  readonly priority: number;
  readonly rules: ServicePlacement;
  /** How many of its instances may share a compute; Infinity where it does not say. */
  readonly spreadMax: number;
  /** The same number for services that need the same and may run on the same computes. */
  readonly class: number;
  /** What must fit for one instance. */
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly buffer: Float64Array;
  /** The indices of the resources that min or buffer ask for. */
  readonly asked: readonly number[];
  /** A buffer is asked for in some resource. */
  readonly buffered: boolean;
  /** Workloads that must not share a compute with this one, whichever side said so. */
  readonly avoids: ReadonlySet<number>;
  readonly eligibility: Eligibility;
  readonly pins: readonly Pin[];
  /** An Assignment's allocation is its min and max. */
  readonly bound?: boolean;
}

/** What one Assignment asks for. */
export interface Pin {
  readonly assignment: string;
  readonly reason?: string;
  /** The name of the compute. */
  readonly compute: string;
  readonly quantity: number;
  /** What a pinned instance must be granted, by thousandths; NaN where the plan decides. */
  readonly allocated?: Float64Array;
}

/** The computes on which a service may run, whatever else runs there. */
export interface Eligibility {
  readonly id: number;
  /** 1 for each compute that every standing rule admits. */
  readonly mask: Uint8Array;
  /** The same as a set. */
  readonly bits: Int32Array;
  /** How many computes each standing rule forbids, in the order of the rules, a compute being counted once. */
  readonly ruledOut: readonly number[];
  /** How many they are; they grow fewer while computes are closed. */
  count: number;
  /** The order in which they are rated. */
  readonly layout: Layout;
  /** Present where the service spreads over a label. */
  readonly topology?: Topology;
}
