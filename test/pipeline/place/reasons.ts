import type { Placement, PlannedPlacement } from '../../../src/model/placement.ts';
import type { Resource } from '../../../src/model/resources.ts';
import { describeSelector, selects } from '../../../src/model/selector.ts';
import type { ComputeWords, FleetWords, ServiceWords } from '../../support/fleet.ts';
import { avoids, countsByValue, labelsIn, shortage } from './hard-rules.ts';

/** What a reason speaks of. */
interface Claim {
  readonly words: FleetWords;
  readonly seats: readonly PlannedPlacement[];
  readonly service: string;
  readonly rules: ServiceWords;
  readonly name: string;
  readonly compute: ComputeWords;
}

/** Every form that a reason may take, and what must hold for it to be true. */
const CLAIMS: readonly [RegExp, (claim: Claim, ...said: string[]) => boolean][] = [
  [/^in maintenance$/, ({ compute }) => compute.state === 'maintenance'],
  [/^inactive$/, ({ compute }) => compute.state === 'inactive'],
  [
    /^does not match affinity (.*)$/,
    ({ rules, name, compute }, text) =>
      (rules.affinity ?? []).some(
        (one) => describeSelector(one) === text && !selects(one, labelsIn(name, compute)),
      ),
  ],
  [
    /^matches anti-affinity (.*)$/,
    ({ rules, name, compute }, text) =>
      (rules.antiAffinity ?? []).some(
        (one) => describeSelector(one) === text && selects(one, labelsIn(name, compute)),
      ),
  ],
  [
    /^has no tag (.*) to spread over$/,
    ({ rules, name, compute }, key) => rules.topologyKey === key && !labelsIn(name, compute).has(key),
  ],
  [
    /^shares with (.*), which (it avoids|avoids it)$/,
    ({ words, seats, service, rules, name }, other, who) =>
      avoids(words, service, other) &&
      seats.some((seat) => seat.service === other && seat.compute === name) &&
      (who === 'it avoids') === (rules.antiAffinityServices?.includes(other) ?? false),
  ],
  [
    /^already has (\d+) of (.*) \(spreadMax (\d+)\)$/,
    ({ seats, service, rules, name }, count, named, most) =>
      named === service &&
      Number(most) === rules.spreadMax &&
      Number(count) >= Number(most) &&
      Number(count) === seats.filter((seat) => seat.service === service && seat.compute === name).length,
  ],
  [
    /^\S+ (.*) already has its share \((\d+) of (\d+)\)$/,
    ({ words, seats, service, rules }, value, count, replicas) => {
      const counts = countsByValue(words, service, seats);
      // With as many values above the even share as there are replicas left over, the even share is all there is.
      const even = Math.floor((rules.replicas ?? 1) / counts.size);
      const above = [...counts.values()].filter((here) => here > even).length;
      const full = above >= (rules.replicas ?? 1) % counts.size ? even : even + 1;
      const own = counts.get(value) ?? 0;
      return own === Number(count) && Number(replicas) === (rules.replicas ?? 1) && own >= full;
    },
  ],
  [
    /^(cores|memory|vram|nvme|gpu) short by ([\d.]+)( MB| GB)?$/,
    ({ words, seats, service, name }, resource, amount, unit) => {
      const here = seats.filter((seat) => seat.compute === name);
      const missing = shortage(
        words,
        [...here, { service, instance: 0, compute: name }],
        name,
        resource as Resource,
      );
      const inGb = unit === ' GB' && resource !== 'nvme';
      return Math.abs(missing - Number(amount) * (inGb ? 1024 : 1)) < 2e-3;
    },
  ],
  [
    /^pinned to (.*)$/,
    ({ words, service, name }, other) =>
      other !== name && (words.pins ?? []).some((pin) => pin.service === service && pin.compute === other),
  ],
];

/** Tells whether a reason is true: that very rule keeps one more of the service from the compute, by that amount. */
export function holds(
  words: FleetWords,
  seats: readonly PlannedPlacement[],
  { service, compute: name }: Pick<Placement, 'service' | 'compute'>,
  reason: string,
): boolean {
  const compute = words.computes[name];
  const rules = words.services?.[service];
  const claims = CLAIMS.filter(([form]) => form.test(reason));
  if (!compute || !rules || claims.length === 0) return false;
  return claims.some(([form, isTrue]) => {
    const [, ...said] = form.exec(reason) ?? [];
    return isTrue({ words, seats, service, rules, name, compute }, ...said);
  });
}
