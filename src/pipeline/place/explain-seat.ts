import type { SeatExplanation } from '../../model/explanation.ts';
import { describeSelector } from '../../model/selector.ts';
import { refusalOf } from './admission.ts';
import { vectorFrom } from './amounts.ts';
import type { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import type { ReasonedPlacement } from './seated.ts';
import { describeValue } from './topology.ts';

/** Says why an instance is where it is and what would move it; `elsewhere` counts computes that could take it. */
export function explainSeat(
  occupancy: Occupancy,
  instance: Instance,
  placement: ReasonedPlacement | undefined,
  elsewhere: number,
): SeatExplanation {
  const compute = occupancy.fleet.sites.nameOf(instance.compute);
  return {
    service: instance.workload.name,
    instance: instance.number,
    compute,
    granted: vectorFrom(instance.granted),
    why: placement?.reason ?? whyOf(instance),
    movedBy: instance.pin
      ? [`a change of Assignment ${instance.pin.assignment}`]
      : [...brokenBy(occupancy, instance), ...movers(instance, elsewhere)],
  };
}

function whyOf({ pin }: Instance): string {
  return pin
    ? `pinned: ${pin.reason ?? `by Assignment ${pin.assignment}`}`
    : 'recorded there, and every rule holds';
}

/** Says which rule the instance already breaks where it is. */
function brokenBy(occupancy: Occupancy, instance: Instance): string[] {
  const { compute } = instance;
  occupancy.take(instance);
  const refusal = refusalOf(occupancy, instance.workload, compute);
  occupancy.put(instance, compute);
  return refusal ? [`the next plan: ${refusal.cause}`] : [];
}

function movers({ workload }: Instance, elsewhere: number): string[] {
  const { affinity = [], antiAffinity = [], topologyKey } = workload.rules;
  const others = elsewhere === 1 ? '1 other compute' : `${elsewhere} other computes`;
  return [
    'maintenance or deletion of its compute',
    ...affinity.map((selector) => `its compute no longer matching ${describeSelector(selector)}`),
    ...antiAffinity.map((selector) => `its compute coming to match ${describeSelector(selector)}`),
    ...(topologyKey === undefined ? [] : [`its ${describeValue(topologyKey, 'having more than its share')}`]),
    'a min, a buffer or a reservation that leaves too little room',
    ...(elsewhere === 0
      ? []
      : [`making room for a service of priority ${workload.priority} or more, as ${others} could take it`]),
  ];
}
