import { describeResources } from '../model/describe-resources.ts';
import type {
  RankedCandidate,
  SeatExplanation,
  ServiceExplanation,
  Shortfall,
} from '../model/explanation.ts';
import type { ServiceInfeasibility } from '../model/infeasibility.ts';
import { columns } from './columns.ts';
import { infeasibilitySayings, rejectionLine, sayingLines } from './infeasibility-lines.ts';
import { percent } from './capacity-figure.ts';
import { folded } from './folded.ts';

const LEFT = ['left', 'left', 'left', 'left', 'left'] as const;

const BY_NEED = 'scores count mins alone: what is used above them gives way to who comes';

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
      lines: folded(columns(seats.map(seatRow), LEFT), full),
    },
    { title: 'It would be moved by', lines: folded(causesOf(seats), full) },
    ...(infeasibility ? [shortfall(infeasibility)] : []),
    {
      title: candidateCount > 0 ? 'One more would go to' : 'One more would fit nowhere',
      lines:
        candidateCount > 0
          ? [
              ...columns(candidates.map(candidateRow), LEFT),
              ...(hidden > 0 ? [`… ${hidden} more`] : []),
              ...(candidates.some(({ after, needed }) => after.mean > needed.mean) ? [BY_NEED] : []),
            ]
          : [rejected.length > 0 ? 'every compute is ruled out, as said below' : 'the fleet has no compute'],
    },
    {
      title: 'Not to',
      lines: full
        ? columns(
            rejected.map(({ compute, reason }) => [compute, reason]),
            LEFT,
          )
        : folded(rejectedBy.map(rejectionLine), full),
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

function seatRow({ instance, compute, granted, why }: SeatExplanation): string[] {
  return [`#${instance}`, compute, describeResources(granted), why];
}

/** What would move an instance, said once for all of them. */
function causesOf(seats: readonly SeatExplanation[]): string[] {
  return [...new Set(seats.flatMap(({ movedBy }) => movedBy))];
}
