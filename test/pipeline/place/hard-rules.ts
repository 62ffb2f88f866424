import type { Placement, PlacementOutcome, PlannedPlacement } from '../../../src/model/placement.ts';
import type { Resource } from '../../../src/model/resources.ts';
import { RESOURCES } from '../../../src/model/resources.ts';
import { labelsOf, selects } from '../../../src/model/selector.ts';
import type { ComputeSpec } from '../../../src/model/spec/compute.ts';
import type { ComputeWords, FleetWords, ServiceWords } from '../../support/fleet.ts';
import { POLICY } from './policy.ts';

/** A hard rule, as placement.md names it. */
export type Rule =
  | 'compute active'
  | 'affinity'
  | 'anti-affinity'
  | 'topology label'
  | 'service anti-affinity'
  | 'spreadMax'
  | 'topology spread'
  | 'room'
  | 'pin'
  | 'numbers'
  | 'grant';

/** What a rule finds wrong: where and with whom. */
export interface Breach {
  readonly rule: Rule;
  readonly what: string;
}

/** Where an instance sits; without a reason or a pin as if the plan had chosen the place. */
export type Seat = Pick<Placement, 'service' | 'instance' | 'compute'> &
  Partial<Pick<PlannedPlacement, 'pinned' | 'reason'>>;

/** What binary fractions may add to an amount. */
const FUZZ = 1e-6;

/** Lists every hard rule that an outcome breaks, by going through the words of the fleet again and again. */
export function breaches(
  words: FleetWords,
  outcome: PlacementOutcome,
  before: readonly Placement[] = [],
): Breach[] {
  return [
    ...seatBreaches(words, outcome.placements),
    ...pinBreaches(words, outcome),
    ...numberBreaches(words, outcome, before),
    ...grantBreaches(words, outcome.placements),
  ];
}

/** Lists the rules that seats alone break, whoever else has none. */
export function seatBreaches(words: FleetWords, seats: readonly Seat[]): Breach[] {
  const { computes, services = {} } = words;
  const broken: Breach[] = [];
  for (const [name, compute] of Object.entries(computes)) {
    const here = seats.filter((seat) => seat.compute === name);
    for (const resource of RESOURCES) {
      if (shortage(words, here, name, resource) > 0) {
        broken.push({ rule: 'room', what: `${name} has too little ${resource}` });
      }
    }
    for (const { service } of here) {
      const rules = services[service] as ServiceWords;
      for (const other of here) {
        if (avoids(words, service, other.service)) {
          broken.push({
            rule: 'service anti-affinity',
            what: `${service} meets ${other.service} on ${name}`,
          });
        }
      }
      const count = here.filter((other) => other.service === service).length;
      if (count > (rules.spreadMax ?? Infinity)) {
        broken.push({ rule: 'spreadMax', what: `${name} has ${count} of ${service}` });
      }
      for (const rule of unsuitable(name, compute, rules))
        broken.push({ rule, what: `${service} is on ${name}` });
    }
  }
  const lost = seats.filter(({ compute }) => !(compute in computes));
  for (const { service, compute } of lost)
    broken.push({ rule: 'compute active', what: `${service} on ${compute}` });
  return [...broken, ...Object.keys(services).flatMap((service) => uneven(words, service, seats))];
}

/** Says by how much a resource of a compute falls short of what seats there need, in the resource's own unit. */
export function shortage(
  words: FleetWords,
  here: readonly Seat[],
  compute: string,
  resource: Resource,
): number {
  const buffers = here.map(({ service }) => words.services?.[service]?.buffer?.[resource] ?? 0);
  const used = here.reduce((sum, seat) => sum + leastOf(words, seat, resource), 0);
  const missing = used + Math.max(0, ...buffers) - capacityOf(words, compute, resource);
  return missing > FUZZ ? missing : 0;
}

/** Lists the rules by which a compute is closed to a service whatever else runs there. */
export function unsuitable(name: string, compute: ComputeWords, rules: ServiceWords): Rule[] {
  const labels = labelsIn(name, compute);
  const broken: Rule[] = [];
  if ((compute.state ?? 'active') !== 'active') broken.push('compute active');
  if ((rules.affinity ?? []).some((selector) => !selects(selector, labels))) broken.push('affinity');
  if ((rules.antiAffinity ?? []).some((selector) => selects(selector, labels))) broken.push('anti-affinity');
  if (rules.topologyKey !== undefined && !labels.has(rules.topologyKey)) broken.push('topology label');
  return broken;
}

/** Tells whether either of two services names the other. */
export function avoids({ services = {} }: FleetWords, one: string, other: string): boolean {
  const names = (a: string, b: string) => services[a]?.antiAffinityServices?.includes(b) ?? false;
  return one !== other && (names(one, other) || names(other, one));
}

/** Counts the instances of a service for each value of its topology key that any compute open to it has. */
export function countsByValue(
  words: FleetWords,
  service: string,
  seats: readonly Seat[],
): Map<string, number> {
  const rules = words.services?.[service] as ServiceWords;
  const counts = new Map<string, number>();
  if (rules.topologyKey === undefined) return counts;
  for (const [name, compute] of Object.entries(words.computes)) {
    if (unsuitable(name, compute, rules).length > 0) continue;
    const value = labelsIn(name, compute).get(rules.topologyKey) as string;
    const here = seats.filter((seat) => seat.service === service && seat.compute === name);
    counts.set(value, (counts.get(value) ?? 0) + here.length);
  }
  return counts;
}

/** The labels that selectors see of a compute described in words. */
export function labelsIn(name: string, words: ComputeWords): ReadonlyMap<string, string> {
  return labelsOf(name, { type: 'baremetal', provider: 'hetzner', region: 'fsn1', ...words } as ComputeSpec);
}

/** What one seat takes of a compute at least: its min, or what a pin allocates to it. */
export function leastOf(words: FleetWords, seat: Seat, resource: Resource): number {
  const { max, ...min } = words.services?.[seat.service] as ServiceWords;
  const least = min[resource] ?? 0;
  const most = Math.max(least, max?.[resource] ?? 0);
  return Math.min(most, Math.max(least, allocatedTo(words, seat, resource) ?? least));
}

/** What an Assignment fixes for one seat; undefined where the plan decides. */
function allocatedTo({ pins = [] }: FleetWords, seat: Seat, resource: Resource): number | undefined {
  if (!seat.pinned || seat.reason?.includes('does not fit')) return undefined;
  return pins.find(({ service, compute }) => service === seat.service && compute === seat.compute)
    ?.allocated?.[resource];
}

function capacityOf({ computes }: FleetWords, name: string, resource: Resource): number {
  const compute = computes[name];
  return Math.max(0, (compute?.[resource] ?? 0) - (compute?.reserved?.[resource] ?? 0));
}

/** Every value within its share; and with all replicas placed, at most one between any two. */
function uneven(words: FleetWords, service: string, seats: readonly Seat[]): Breach[] {
  const { replicas = 1 } = words.services?.[service] as ServiceWords;
  const counts = [...countsByValue(words, service, seats).values()];
  if (counts.length === 0) return [];
  const full = seats.filter((seat) => seat.service === service).length === replicas;
  const skew = Math.max(...counts) - Math.min(...counts);
  const over = counts.some((count) => count > Math.ceil(replicas / counts.length));
  return (full && skew > 1) || over
    ? [{ rule: 'topology spread', what: `${service} is uneven: ${counts.join()}` }]
    : [];
}

/** As many are pinned to a compute as its Assignment says, unless they have no place at all. */
function pinBreaches({ services = {}, pins = [] }: FleetWords, outcome: PlacementOutcome): Breach[] {
  const broken: Breach[] = [];
  const pinnedTo = (service: string, compute: string) =>
    outcome.placements.filter((seat) => seat.pinned && seat.service === service && seat.compute === compute)
      .length;
  for (const [service, { replicas = 1, state = 'active' }] of Object.entries(services)) {
    const own = pins
      .filter((pin) => pin.service === service)
      .sort((a, b) => (a.compute < b.compute ? -1 : 1));
    let left = state === 'active' ? replicas : 0;
    let absent = 0;
    for (const { compute, quantity = 1 } of own) {
      const wanted = Math.min(quantity, left);
      left -= wanted;
      absent += wanted - pinnedTo(service, compute);
      if (pinnedTo(service, compute) > wanted)
        broken.push({ rule: 'pin', what: `too many of ${service} are pinned to ${compute}` });
    }
    const unplaced = outcome.unplaced.filter((instance) => instance.service === service).length;
    if (absent > unplaced)
      broken.push({ rule: 'pin', what: `${absent} of ${service} are not where they are pinned` });
  }
  for (const { service, compute, pinned } of outcome.placements) {
    if (pinned && !pins.some((pin) => pin.service === service && pin.compute === compute))
      broken.push({ rule: 'pin', what: `nobody pinned ${service} to ${compute}` });
  }
  return broken;
}

/** Each of a service's replicas once, with a number from 1 to replicas or the one it was recorded with. */
function numberBreaches(
  { services = {} }: FleetWords,
  { placements, unplaced }: PlacementOutcome,
  before: readonly Placement[],
): Breach[] {
  const all = [...placements, ...unplaced];
  const unknown = all.filter(({ service }) => !(service in services));
  const broken = unknown.map(({ service }): Breach => ({ rule: 'numbers', what: `there is no ${service}` }));
  for (const [service, { replicas = 1, state = 'active' }] of Object.entries(services)) {
    const numbers = all.filter((one) => one.service === service).map(({ instance }) => instance);
    const wanted = state === 'active' ? replicas : 0;
    if (numbers.length !== wanted)
      broken.push({ rule: 'numbers', what: `${numbers.length} of ${service}, not ${wanted}` });
    if (new Set(numbers).size !== numbers.length)
      broken.push({ rule: 'numbers', what: `a number of ${service} comes twice` });
    for (const number of numbers) {
      const recorded = before.some((seat) => seat.service === service && seat.instance === number);
      if (!recorded && !(number >= 1 && number <= replicas))
        broken.push({ rule: 'numbers', what: `${service} has a number ${number}` });
    }
  }
  return broken;
}

/** Between min and max; together they leave the largest buffer; above min only while under the ceiling. */
function grantBreaches(words: FleetWords, placements: readonly PlannedPlacement[]): Breach[] {
  const broken: Breach[] = [];
  for (const name of Object.keys(words.computes)) {
    const here = placements.filter(({ compute }) => compute === name);
    for (const resource of RESOURCES) {
      const total = here.reduce((sum, { granted }) => sum + granted[resource], 0);
      const capacity = capacityOf(words, name, resource);
      const buffer = Math.max(
        0,
        ...here.map(({ service }) => words.services?.[service]?.buffer?.[resource] ?? 0),
      );
      if (here.length > 0 && total + buffer > capacity + FUZZ)
        broken.push({ rule: 'grant', what: `${name} grants ${total} of ${capacity} ${resource}` });
      for (const seat of here) {
        const least = leastOf(words, seat, resource);
        const fixed = allocatedTo(words, seat, resource) !== undefined;
        const most = fixed ? least : Math.max(least, words.services?.[seat.service]?.max?.[resource] ?? 0);
        const granted = seat.granted[resource];
        const generous = granted > least + FUZZ && total > capacity * POLICY.ceiling + FUZZ;
        if (granted < least - FUZZ || granted > most + FUZZ || generous)
          broken.push({ rule: 'grant', what: `${seat.service} gets ${granted} ${resource} on ${name}` });
      }
    }
  }
  return broken;
}
