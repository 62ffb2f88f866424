import type { PlannedPlacement } from '../../../src/model/placement.ts';
import { RESOURCES } from '../../../src/model/resources.ts';
import { describeSelector, labelsOf, selects } from '../../../src/model/selector.ts';
import type { ComputeSpec } from '../../../src/model/spec/compute.ts';
import type { ComputeWords, FleetWords, ServiceWords } from '../../support/fleet.ts';

type Seat = Placed & Partial<Pick<PlannedPlacement, 'pinned' | 'reason'>>;
type Placed = Pick<PlannedPlacement, 'service' | 'instance' | 'compute'>;

/** Lists every hard rule that placements break, by going through the words of the fleet again and again. */
export function brokenRules(
  { computes, services = {}, pins = [] }: FleetWords,
  seats: readonly Seat[],
): string[] {
  const broken: string[] = [];
  for (const [name, compute] of Object.entries(computes)) {
    const here = seats.filter((seat) => seat.compute === name);
    const guests = here.map(({ service }) => services[service] as ServiceWords);
    for (const resource of RESOURCES) {
      const buffer = Math.max(0, ...guests.map((guest) => guest.buffer?.[resource] ?? 0));
      const used = here.reduce((sum, seat) => {
        const { max, ...min } = services[seat.service] as ServiceWords;
        const least = min[resource] ?? 0;
        const pin = pins.find(({ service, compute: to }) => service === seat.service && to === name);
        const counts = seat.pinned && !seat.reason?.includes('does not fit');
        const allocated = counts ? (pin?.allocated?.[resource] ?? 0) : 0;
        return sum + Math.min(max?.[resource] ?? least, Math.max(least, allocated));
      }, 0);
      if (used + buffer > (compute[resource] ?? 0) + 1e-9) broken.push(`${name} has too little ${resource}`);
    }
    for (const { service } of here) {
      const rules = services[service] as ServiceWords;
      const avoided = here.find((other) => rules.antiAffinityServices?.includes(other.service));
      if (avoided) broken.push(`${service} meets ${avoided.service} on ${name}`);
      const count = here.filter((other) => other.service === service).length;
      if (count > (rules.spreadMax ?? Infinity)) broken.push(`${name} has ${count} of ${service}`);
      broken.push(...unsuitable(name, compute, rules).map((why) => `${service}: ${why}`));
    }
  }
  for (const [service, words] of Object.entries(services))
    broken.push(...uneven(service, words, computes, seats));
  return broken;
}

function unsuitable(name: string, compute: ComputeWords, rules: ServiceWords): string[] {
  const labels = labelsIn(name, compute);
  return [
    ...((compute.state ?? 'active') === 'active' ? [] : [`${name} is not active`]),
    ...(rules.affinity ?? [])
      .filter((selector) => !selects(selector, labels))
      .map((selector) => `${name} is not ${describeSelector(selector)}`),
    ...(rules.antiAffinity ?? [])
      .filter((selector) => selects(selector, labels))
      .map((selector) => `${name} is ${describeSelector(selector)}`),
    ...(rules.topologyKey === undefined || labels.has(rules.topologyKey) ? [] : [`${name} has no label`]),
  ];
}

/** Every value within its share; and with all replicas placed, at most one between any two. */
function uneven(
  service: string,
  words: ServiceWords,
  computes: FleetWords['computes'],
  seats: readonly Seat[],
) {
  const key = words.topologyKey;
  if (key === undefined) return [];
  const valueOf = (name: string) => labelsIn(name, computes[name] as ComputeWords).get(key);
  const eligible = Object.entries(computes).filter(
    ([name, compute]) => unsuitable(name, compute, words).length === 0,
  );
  const values = [...new Set(eligible.map(([name]) => valueOf(name)))];
  const own = seats.filter((seat) => seat.service === service);
  const counts = values.map((value) => own.filter(({ compute }) => valueOf(compute) === value).length);
  const replicas = words.replicas ?? 1;
  const skew = Math.max(...counts) - Math.min(...counts);
  const full = own.length === replicas;
  const share = Math.ceil(replicas / values.length);
  return (full && skew > 1) || counts.some((count) => count > share)
    ? [`${service} is uneven: ${counts.join()}`]
    : [];
}

function labelsIn(name: string, words: ComputeWords) {
  return labelsOf(name, { type: 'baremetal', provider: 'hetzner', region: 'fsn1', ...words } as ComputeSpec);
}
