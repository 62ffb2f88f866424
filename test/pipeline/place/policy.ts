import type { PlacementOutcome, PlacementPolicy } from '../../../src/model/placement.ts';
import { place } from '../../../src/pipeline/place/place.ts';
import type { FleetWords } from '../../support/fleet.ts';
import { fleet } from '../../support/fleet.ts';

/** What a Project sets by default. */
export const POLICY: PlacementPolicy = { target: 0.65, ceiling: 0.7 };

/** Places a fleet described in words; `before` is what the last apply left, as `service/number@compute`. */
export function placeWords(words: FleetWords, ...before: string[]): PlacementOutcome {
  return place(fleet(words), before.map(recordedAt), POLICY);
}

/** Writes where everything is: `service/number@compute`. */
export function seats({ placements }: PlacementOutcome): string[] {
  return placements.map(({ service, instance, compute }) => `${service}/${instance}@${compute}`);
}

/** Writes why each placed instance is where it is. */
export function reasons({ placements }: PlacementOutcome): Record<string, string> {
  return Object.fromEntries(
    placements.map(({ service, instance, reason }) => [`${service}/${instance}`, reason]),
  );
}

/** Writes why the first unplaced instance is not on each compute. */
export function rejections({ unplaced }: PlacementOutcome): Record<string, string> {
  return Object.fromEntries((unplaced[0]?.rejected ?? []).map(({ compute, reason }) => [compute, reason]));
}

function recordedAt(text: string) {
  const [, service = '', instance = '', compute = ''] = /^(.*)\/(\d+)@(.*)$/.exec(text) ?? [];
  const granted = { cores: 0, memory: 0, vram: 0, nvme: 0, gpu: 0 };
  return { service, instance: Number(instance), compute, granted };
}
