import type { RaidLevel } from './raid.ts';
import type { Resource, ResourceVector } from './resources.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { Baseline } from './simulation.ts';
import type { ComponentSpec } from './spec/component.ts';
import type { ComputeSpec } from './spec/compute.ts';

/** How far computes use one resource, as shares of 1, over those that have any of it. */
export interface Spread {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly median: number;
}

/** One resource over some computes. */
export interface ResourceFigures {
  readonly resource: Resource;
  /** What services may use. */
  readonly total: number;
  /** What is granted. */
  readonly allocated: number;
  /** What is not allocated; nothing where more is allocated than there is. */
  readonly available: number;
  /** The part of what is available that services ask to leave free. */
  readonly kept: number;
  /** The part of the rest that no service can use. */
  readonly stranded: number;
  /** Null where none of the computes has any. */
  readonly utilisation: Spread | null;
}

/** One resource of one compute. */
export interface ComputeFigures extends Omit<ResourceFigures, 'utilisation'> {
  /** What is allocated, as a share of the total; null where there is none. */
  readonly utilisation: number | null;
}

/** Some computes taken together. */
export interface CapacityGroup {
  /** The value they share; null for those that have no such tag. */
  readonly name: string | null;
  readonly computes: number;
  /** Decimal, in the fleet's currency. */
  readonly monthlyCost: number;
  readonly resources: readonly ResourceFigures[];
}

/** What a fleet can carry and carries. */
export interface CapacityReport {
  readonly report: 'fleet';
  readonly fleet: string;
  /** Where the placements come from. */
  readonly placements: Baseline;
  readonly currency: string;
  /** Computes by state; everything else here counts only the active ones. */
  readonly computes: Readonly<Record<ComputeSpec['state'], number>>;
  readonly total: CapacityGroup;
  readonly groups: readonly { readonly by: string; readonly groups: readonly CapacityGroup[] }[];
}

/** Some pieces of one component in a compute. */
export interface HardwareLine {
  readonly assignment: string;
  readonly component: string;
  readonly type: ComponentSpec['type'];
  readonly manufacturer: string;
  readonly model: string;
  readonly quantity: number;
  readonly slot: string | null;
  readonly serialNumbers: readonly string[];
  readonly raidLevel: RaidLevel | null;
  readonly raidGroup: string | null;
}

/** Disks that form one set, and what it holds in GB. */
export interface RaidSet {
  readonly group: string;
  readonly level: RaidLevel;
  readonly disks: number;
  readonly usable: number;
}

/** An address of a compute; without one where it is to come from a pool. */
export interface AddressLine {
  readonly name: string | null;
  readonly address: string | null;
  readonly type: 'public' | 'private' | null;
  readonly pool: string | null;
  readonly primary: boolean;
}

/** A name that leads to a compute. */
export interface DnsLine {
  readonly name: string;
  readonly type: string;
  readonly address: string;
}

/** A port under which a service is reached at an address of a compute. */
export interface PortLine {
  readonly address: string;
  readonly port: number;
  readonly protocol: string;
  readonly service: string;
  readonly servicePort: number | string;
}

/** A firewall rule that is assigned to a compute. */
export interface FirewallLine {
  readonly rule: string;
  readonly assignment: string;
  readonly direction: 'in' | 'out';
  readonly priority: number;
  readonly summary: string;
  readonly enabled: boolean;
  /** The rules that together match all of it before it is tried; none where it decides on something. */
  readonly hiddenBy: readonly string[];
}

/** What becomes of traffic that no rule matches, by direction. */
export type FirewallDefaults = Readonly<Record<'in' | 'out', 'ALLOW' | 'DENY'>>;

/** Everything known about one compute. */
export interface ComputeReport {
  readonly report: 'compute';
  readonly fleet: string;
  readonly placements: Baseline;
  readonly currency: string;
  readonly compute: Pick<ComputeSpec, 'type' | 'provider' | 'region' | 'state'> & {
    readonly name: string;
    readonly tags: Readonly<Record<string, string>>;
  };
  readonly hardware: readonly HardwareLine[];
  readonly raid: readonly RaidSet[];
  /** What the hardware adds up to, and what of it services may not use. */
  readonly capacity: ResourceVector;
  readonly reserved: ResourceVector;
  readonly services: readonly {
    readonly service: string;
    readonly instance: number;
    readonly granted: ResourceVector;
  }[];
  readonly resources: readonly ComputeFigures[];
  readonly addresses: readonly AddressLine[];
  readonly dns: readonly DnsLine[];
  readonly ports: readonly PortLine[];
  /** In the order in which they are tried. */
  readonly firewall: readonly FirewallLine[];
  readonly firewallDefaults: FirewallDefaults;
  readonly billing: {
    /** Decimal, in its own currency. */
    readonly monthlyCost: number;
    readonly currency: string;
    readonly contractEnd: string | null;
    readonly renewalDate: string | null;
  };
  /** The last ten, newest first. */
  readonly journal: readonly JournalEntry[];
}
