import type {
  Conflict,
  FleetBound,
  Infeasibility,
  ServiceInfeasibility,
  WayOut,
} from '../../model/infeasibility.ts';
import type { Manifest } from '../../model/manifest.ts';
import { compareText } from '../../model/compare-text.ts';
import type { Solver } from '../../solver/solver.ts';
import { Answers } from './answers.ts';
import { boundOf } from './bound/bound-of.ts';
import type { Confirmed } from './confirm-smallest.ts';
import { confirmSmallest } from './confirm-smallest.ts';
import type { Findings } from './find-conflict.ts';
import { findConflict } from './find-conflict.ts';
import { likelyAmounts, nearestMiss, RoomLeft } from './room-left.ts';
import type { Offer } from './offer.ts';
import { wayOutByBuying } from './offer.ts';
import type { Rule } from './rule.ts';
import { rulesOf } from './rules-of.ts';
import type { Change, TrialParts } from './trials.ts';
import { missingBy, Trials } from './trials.ts';
import { waysOutOf } from './ways-out.ts';

/** Everything a certificate follows from. */
export interface CertifyParts extends TrialParts {
  /** Null where none can be had: then nothing is said of how many could be placed. */
  readonly solver: Solver | null;
  /** The only service to look into; all that miss instances where absent. */
  readonly only?: string;
  /** Ways to find the cheapest hosts for one service, the first that helps is told; null where there are none. */
  readonly offersFor: (service: string) => readonly (() => Promise<Offer | null>)[];
  readonly tries: Tries;
  /** In which the fleet pays. */
  readonly currency: string;
}

/** How often the fleet is placed again. */
export interface Tries {
  /** How many services are looked into. */
  readonly services: number;
  /** For each of them. */
  readonly each: number;
}

/** More rules than this are not told apart. */
const MOST_RULES = 24;
const NOTHING_FOUND: Findings = { conflict: null, cures: [] };

/** Says why instances find no place, what would help, and how many could be placed at the most. */
export async function certify(parts: CertifyParts): Promise<Infeasibility> {
  const { graph, outcome, only, tries, budget } = parts;
  const wanting = [...missingBy(outcome)].sort(
    ([a, m], [b, n]) =>
      n - m ||
      (graph.get('Service', b)?.spec.priority ?? 0) - (graph.get('Service', a)?.spec.priority ?? 0) ||
      compareText(a, b),
  );
  const asked = wanting.filter(([name]) => only === undefined || name === only);
  const looked = asked.slice(0, tries.services);
  const trials = new Trials(parts);
  const left = new RoomLeft(graph, outcome);
  const found: ServiceInfeasibility[] = [];
  const bounding = boundOrNothing(parts);
  for (const [name, count] of looked) {
    const service = graph.get('Service', name);
    if (!service) continue;
    trials.turnTo(name, tries.each);
    found.push(infeasibilityOf(service, count, trials, left, parts));
    await budget.pause();
  }
  const services: ServiceInfeasibility[] = [];
  for (const one of found) {
    trials.turnTo(one.service, 0);
    const bought = await boughtFor(one.service, trials, parts);
    services.push(bought ? { ...one, waysOut: [...one.waysOut, bought] } : one);
  }
  return {
    bound: await bounding,
    services,
    notAnalysed: asked
      .slice(tries.services)
      .map(([name]) => name)
      .sort(),
  };
}

/** A solver that fails takes nothing from the plan. */
async function boundOrNothing({ graph, outcome, solver, budget }: CertifyParts): Promise<FleetBound | null> {
  if (!solver) return null;
  try {
    return await boundOf(graph, outcome, solver, budget);
  } catch {
    return null;
  }
}

/** Says what of one service can be found out without buying anything. */
function infeasibilityOf(
  service: Manifest<'Service'>,
  count: number,
  trials: Trials,
  left: RoomLeft,
  { graph, currency, large }: CertifyParts,
): ServiceInfeasibility {
  const { name } = service.metadata;
  const rooms = left.for(service);
  const rules = rulesOf(graph, service, (resource) => likelyAmounts(rooms, service, count, resource));
  const told = rules.length <= MOST_RULES;
  const answers = new Answers(told ? rules : [], trials.isStill);
  const fits = (relaxed: readonly Rule[]): boolean | null =>
    answers.of(relaxed, () => trials.try(relaxing(relaxed))?.fits ?? null);
  let found = told ? findConflict(rules, fits) : NOTHING_FOUND;
  for (let round = 0; round < ROUNDS; round++) {
    const relaxed = leansOnOthers(found, trials)
      ? rules.filter((rule) => !found.conflict?.includes(rule))
      : [];
    if (relaxed.length === 0 || trials.tryMoving(relaxing(relaxed))?.fits !== true) break;
    answers.add(relaxed);
    found = findConflict(rules, fits);
  }
  const { conflict, cures } = found;
  const waysOut = waysOutOf({ graph, currency }, cures, trials);
  const cut = trials.cut || !told;
  const confirmed = conflict && confirmSmallest(rules, conflict, fits);
  return {
    service: name,
    replicas: service.spec.replicas,
    missing: count,
    nearest: nearestMiss(rooms, service),
    conflict: confirmed && conflictOf(confirmed, service.spec.replicas),
    waysOut,
    cut,
    ...(large ? { standing: true } : {}),
  };
}

async function boughtFor(
  service: string,
  trials: Trials,
  { offersFor, currency }: CertifyParts,
): Promise<WayOut | null> {
  for (const find of offersFor(service)) {
    const offer = await find();
    const wayOut = offer && wayOutByBuying(offer, trials, currency);
    if (wayOut) return wayOut;
  }
  return null;
}

/** How often a conflict is looked for anew because others may move. */
const ROUNDS = 3;

/** Tells whether a conflict is one only where others are now. */
function leansOnOthers({ conflict }: Findings, { isStill }: Trials): boolean {
  return isStill && (conflict ?? []).some(({ rule }) => rule === 'room' || rule === 'antiAffinityServices');
}

function relaxing(rules: readonly Rule[]): Change {
  return {
    rewrites: rules.map(({ relaxed }) => relaxed),
    roomless: rules.some(({ rule }) => rule === 'room'),
  };
}

function conflictOf({ conflict: rules, smallest }: Confirmed, replicas: number): Conflict {
  const forAll = replicas > 1 && rules.length > 0 ? ` for ${replicas} instances` : '';
  return {
    rules: rules.map(({ rule, text, at }) => ({ rule, text, at })),
    text: `${sentenceOf(rules.map(({ text }) => text))}${forAll}`,
    smallest,
  };
}

function sentenceOf(texts: readonly string[]): string {
  if (texts.length === 0) return 'the fleet has no compute';
  if (texts.length === 1) return `${texts[0]} cannot hold`;
  const all = `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
  return `${all} cannot ${texts.length === 2 ? 'both' : 'all'} hold`;
}
