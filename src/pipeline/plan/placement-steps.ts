import { addressOf } from '../../model/address.ts';
import type { Change } from '../../model/change.ts';
import { describeFigure, describeResources } from '../../model/describe-resources.ts';
import type {
  Placement,
  PlacementOutcome,
  PlannedPlacement,
  UnplacedInstance,
} from '../../model/placement.ts';
import type { Resource } from '../../model/resources.ts';
import { RESOURCES } from '../../model/resources.ts';
import type { Note, Step, Verb } from '../../model/step.ts';

/** The steps that bring instances from where they are recorded to where the plan puts them. */
export function placementSteps(
  recorded: readonly Placement[],
  { placements, unplaced }: PlacementOutcome,
): Step[] {
  const before = new Map(recorded.map((placement) => [instanceOf(placement), placement]));
  const steps: Step[] = [];
  for (const placement of placements) {
    const known = before.get(instanceOf(placement)) ?? null;
    before.delete(instanceOf(placement));
    const step = stepFor(known, placement, placement.reason);
    if (step) steps.push(step);
  }
  for (const gone of before.values()) {
    const step = stepFor(gone, null, whyReleased(gone, unplaced));
    if (step) steps.push(step);
  }
  return steps;
}

function stepFor(before: Placement | null, after: PlannedPlacement | null, reason: string): Step | null {
  const placement = (after ?? before) as Placement;
  const changes = changesOf(before, after);
  if (changes.length === 0) return null;
  const verb = !before ? 'place' : !after ? 'release' : before.compute === after.compute ? 'resize' : 'move';
  const address = addressOf('Service', placement.service);
  return {
    id: `${verb}:${address}#${placement.instance}`,
    verb,
    address,
    provider: null,
    needs: [],
    changes,
    summary: verb === 'resize' ? resized(before, after) : reason,
    cost: 0,
    effect: { of: 'placement', before, after: after && recordedPart(after) },
    notes: notesOn(verb, before, after),
  };
}

/** An instance goes because it is not wanted any more, or because it may not stay and fits nowhere else. */
function whyReleased(
  { service, instance, compute }: Placement,
  unplaced: readonly UnplacedInstance[],
): string {
  const stranded = unplaced.find((other) => other.service === service && other.instance === instance);
  if (!stranded) return 'no longer wanted';
  const rejection = stranded.rejected.find((other) => other.compute === compute);
  return `${compute}${rejection ? `: ${rejection.reason}` : ' is gone'}, and it fits nowhere else`;
}

/** Says which grants differ: `memory 20 GB → 16 GB`. */
function resized(before: Placement | null, after: Placement | null): string {
  const amount = (placement: Placement | null, resource: Resource): number =>
    placement?.granted[resource] ?? 0;
  return RESOURCES.filter((resource) => amount(before, resource) !== amount(after, resource))
    .map((resource) => {
      const [was, is] = [before, after].map((placement) =>
        describeFigure(resource, amount(placement, resource)),
      );
      return `${resource} ${was} → ${is}`;
    })
    .join(', ');
}

function recordedPart({ service, instance, compute, granted }: PlannedPlacement): Placement {
  return { service, instance, compute, granted };
}

function changesOf(before: Placement | null, after: Placement | null): Change[] {
  const changes: Change[] = [];
  if (before?.compute !== after?.compute) changes.push(change('compute', before?.compute, after?.compute));
  for (const resource of RESOURCES) {
    const [was, is] = [before?.granted[resource] ?? 0, after?.granted[resource] ?? 0];
    if (was !== is)
      changes.push(change(`granted.${resource}`, before ? was : undefined, after ? is : undefined));
  }
  return changes;
}

function change(path: string, before: unknown, after: unknown): Change {
  return { path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

/** A move is told in the journals of both computes. */
function notesOn(verb: Verb, before: Placement | null, after: Placement | null): Note[] {
  const name = nameOf((after ?? before) as Placement);
  const granted = after && describeResources(after.granted);
  const note = (compute: string, subject: string): Note => ({ compute, category: 'deployment', subject });
  if (before && after && verb === 'move') {
    return [
      note(after.compute, `take ${name} from ${before.compute}, ${granted}`),
      note(before.compute, `hand ${name} to ${after.compute}`),
    ];
  }
  if (before && after) return [note(after.compute, `resize ${name} to ${granted}`)];
  if (after) return [note(after.compute, `place ${name}, ${granted}`)];
  return before ? [note(before.compute, `release ${name}`)] : [];
}

/** The first instance goes by the service's name, the others by their number too. */
function nameOf({ service, instance }: Placement): string {
  return instance === 1 ? service : `${service} #${instance}`;
}

function instanceOf({ service, instance }: Placement): string {
  return `${service}#${instance}`;
}
