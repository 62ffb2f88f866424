import type { PlannedPlacement } from '../../model/placement.ts';

/** Says of everything that moves to save money that it does; what moves for another reason says so as before. */
export function explained(
  after: readonly PlannedPlacement[],
  before: readonly PlannedPlacement[],
  closed: ReadonlySet<string>,
): PlannedPlacement[] {
  const known = new Map(before.map((placement) => [keyOf(placement), placement]));
  return after.map((placement) => {
    const was = known.get(keyOf(placement));
    if (!was) return placement;
    const { compute, kept, reason } = was;
    if (compute === placement.compute || !kept) return { ...placement, kept, reason };
    const why = closed.has(compute) ? 'it can be given back' : 'so that others can be given back';
    return { ...placement, kept: false, reason: `moved from ${compute}: ${why}` };
  });
}

function keyOf({ service, instance }: PlannedPlacement): string {
  return `${service} ${instance}`;
}
