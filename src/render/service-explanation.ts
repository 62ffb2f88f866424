import { describeResources } from '../model/describe-resources.ts';
import type { RankedCandidate, ServiceExplanation, Shortfall } from '../model/explanation.ts';
import type { ServiceInfeasibility } from '../model/infeasibility.ts';
import { columns } from './columns.ts';
import { infeasibilitySayings, rejectionLine, sayingLines } from './infeasibility-lines.ts';
import { percent } from './percent.ts';

const LEFT = ['left', 'left', 'left', 'left', 'left'] as const;

/** Lines under a heading. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Tells where a service's instances are and why, where one more could go, and why not elsewhere. */
export function serviceExplanation(explanation: ServiceExplanation & Shortfall, full: boolean): Section[] {
  const { service, seats, candidates, candidateCount, rejected, rejectedBy, infeasibility } = explanation;
  const hidden = candidateCount - candidates.length;
  return [
    {
      title: `${service} is here`,
      lines: columns(
        seats.map(({ instance, compute, granted, why }) => [
          `#${instance}`,
          compute,
          describeResources(granted),
          why,
        ]),
        LEFT,
      ),
    },
    { title: 'It would be moved by', lines: causes(seats) },
    ...(infeasibility ? [shortfall(infeasibility)] : []),
    {
      title: candidateCount > 0 ? 'One more would go to' : 'One more would fit nowhere',
      lines:
        candidateCount > 0
          ? [...columns(candidates.map(candidateRow), LEFT), ...(hidden > 0 ? [`… ${hidden} more`] : [])]
          : ['every compute is ruled out, as said below'],
    },
    {
      title: 'Not to',
      lines: full
        ? columns(
            rejected.map(({ compute, reason }) => [compute, reason]),
            LEFT,
          )
        : rejectedBy.map(rejectionLine),
    },
  ];
}

function shortfall(infeasibility: ServiceInfeasibility): Section {
  const { missing, replicas } = infeasibility;
  const placed = missing === replicas ? 'none' : `only ${replicas - missing}`;
  const title =
    replicas === 1
      ? 'The next plan does not place it'
      : `The next plan places ${placed} of its ${replicas} instances`;
  return {
    title,
    lines: sayingLines(infeasibilitySayings(infeasibility)),
  };
}

function candidateRow({ compute, score, terms, before, after, granted }: RankedCandidate): string[] {
  return [
    compute,
    score.toFixed(4),
    `${percent(before.mean)} → ${percent(after.mean)} used`,
    terms.map(({ name, value }) => `${name} ${value.toFixed(2)}`).join(', '),
    describeResources(granted),
  ];
}

/** What would move an instance, said once for all of them. */
function causes(seats: ServiceExplanation['seats']): string[] {
  const said = seats.flatMap(({ compute, movedBy }) =>
    movedBy.map((cause) => cause.replaceAll(compute, 'its compute')),
  );
  return [...new Set(said)];
}
