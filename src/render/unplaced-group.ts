import type { Infeasibility } from '../model/infeasibility.ts';
import type { Rejection, UnplacedInstance } from '../model/placement.ts';
import type { Plan } from '../model/plan.ts';
import type { RecommendedHosts } from '../model/recommended-hosts.ts';
import { costOfHosts } from '../model/cost-of-hosts.ts';
import { describeHosts } from '../model/describe-hosts.ts';
import { costWords } from './cost-words.ts';
import { counted } from '../model/counted.ts';
import type { Saying } from './infeasibility-lines.ts';
import { boundLine, infeasibilitySayings, sayingLines, whySaying } from './infeasibility-lines.ts';
import type { PlanGroup } from './plan-group.ts';
import { printable } from './printable.ts';

const INDENT = '      ';
/** So many instances of a service are named. */
const SHOWN = 5;

/** Tells service by service what fits nowhere, why, and what would help; null where everything fits. */
export function unplacedGroup(plan: Plan, full: boolean): PlanGroup | null {
  const { unplaced, infeasibility, recommendations, summary } = plan;
  if (unplaced.length === 0) return null;
  const { currency } = summary.monthlyCost;
  const lines = alike(unplaced).flatMap((instances) => {
    const { service, rejected } = instances[0] as UnplacedInstance;
    const found = infeasibility?.services.find((one) => one.service === service);
    const why: Saying = full
      ? ['why', ...rejected.map(({ compute, reason }) => `${compute}: ${reason}`)]
      : whySaying(rejected, found);
    const [, ...plainly] = why;
    const said = found ? sayingLines([why, ...infeasibilitySayings(found)]) : plainly;
    return [
      `! ${service} ${numbersOf(instances)} ${instances.length === 1 ? 'fits' : 'fit'} nowhere`,
      ...said.map((line) => printable(`${INDENT}${line}`)),
    ];
  });
  return {
    title: 'Fits nowhere',
    size: unplaced.length,
    lines: [...lines, ...(infeasibility ? closing(infeasibility, recommendations, currency) : [])],
    risky: true,
  };
}

/** What is said of all of them together. */
function closing(
  { bound, services, notAnalysed }: Infeasibility,
  recommendations: readonly RecommendedHosts[],
  currency: string,
): string[] {
  const several = services.length + notAnalysed.length > 1;
  const cost = costWords({ ...costOfHosts(recommendations), currency });
  return [
    ...(notAnalysed.length > 0
      ? [
          `  Not looked into: ${counted(notAnalysed.length, 'service')} more (stowage explain Service/NAME does)`,
        ]
      : []),
    ...(several && recommendations.length > 0
      ? [`  To buy for all that can be helped: ${describeHosts(recommendations)} · ${cost}`]
      : []),
    `  ${boundLine(bound)}`,
  ];
}

/** Puts instances together that are kept out alike; pinned ones of a service may be kept out otherwise. */
function alike(unplaced: readonly UnplacedInstance[]): UnplacedInstance[][] {
  const groups = new Map<string, Map<readonly Rejection[], UnplacedInstance[]>>();
  for (const instance of unplaced) {
    const { service, rejected } = instance;
    const ofService = groups.get(service) ?? new Map<readonly Rejection[], UnplacedInstance[]>();
    ofService.set(rejected, [...(ofService.get(rejected) ?? []), instance]);
    groups.set(service, ofService);
  }
  return [...groups.values()].flatMap((ofService) => [...ofService.values()]);
}

/** Names a few instances by number, and counts the others. */
function numbersOf(instances: readonly UnplacedInstance[]): string {
  const shown = instances.slice(0, SHOWN).map(({ instance }) => `#${instance}`);
  const hidden = instances.length - shown.length;
  return `${shown.join(', ')}${hidden > 0 ? ` and ${hidden} more` : ''}`;
}
