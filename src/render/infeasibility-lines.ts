import { describeFigure } from '../model/describe-resources.ts';
import type { ConflictingRule, FleetBound, ServiceInfeasibility, WayOut } from '../model/infeasibility.ts';
import type { Rejection } from '../model/placement.ts';
import type { RejectionSort } from '../model/rejection-sorts.ts';
import { sortsOfRejections } from '../model/rejection-sorts.ts';
import { counted } from '../model/counted.ts';
import { costWords } from './cost-words.ts';

/** What is said under one word: `ways out`, then a line for each. */
export type Saying = readonly [word: string, ...lines: string[]];

const STANDING = '(each alone, once this plan is applied)';

/** Says which rules are in conflict and what would help. */
export function infeasibilitySayings(found: ServiceInfeasibility): Saying[] {
  const { conflict, waysOut, cut, standing } = found;
  const told = waysOut.map(wayOutLine);
  const none = cut ? 'none found in the tries that a fleet of this size has' : 'none found';
  return [
    ['conflict', ...(conflict ? [conflict.text, ...whereLines(conflict.rules)] : ['not found'])],
    ['ways out', ...(told.length > 0 ? [...told, ...(standing ? [STANDING] : [])] : [none])],
  ];
}

/** Says how many computes each reason rules out, amounts aside, the most frequent first, and which comes closest. */
export function whySaying(rejected: readonly Rejection[], found?: ServiceInfeasibility): Saying {
  const lines = sortsOfRejections(rejected).map(rejectionLine);
  if (found?.nearest) {
    const { compute, resource, asked, left } = found.nearest;
    const figure = (amount: number): string => describeFigure(resource, amount);
    lines.push(`closest is ${compute}: ${resource} ${figure(left)} left of ${figure(asked)} needed`);
  }
  return ['why', ...lines];
}

/** Says how many computes are ruled out for a reason. */
export function rejectionLine({ reason, computes }: RejectionSort): string {
  return `${counted(computes, 'compute')}: ${reason}`;
}

/** Says how many instances are placed, and whether more can be; null is not known. */
export function boundLine(bound: FleetBound | null): string {
  if (!bound) return 'Whether more can be placed was not computed';
  const { wanted, placed, most, mostKeeping, proved } = bound;
  const said = `${placed} of ${counted(wanted, 'instance')} ${placed === 1 || wanted === 1 ? 'is' : 'are'} placed`;
  if (!proved)
    return `${said}, and no more than ${mostKeeping} can be; whether more than ${placed} can is not known`;
  const others = most > placed ? ' unless another service has fewer' : '';
  return `${said}, and no way places more${others}: ${PROOFS[proved]}`;
}

const PROOFS = { exact: 'proved with every rule', bound: 'proved by a bound' } as const;

function wayOutLine({ text, kind, moves, cost }: WayOut): string {
  const costs = kind === 'buy' ? [costWords(cost)] : [];
  const moved = kind === 'relax' || moves > 0 ? [counted(moves, 'move')] : [];
  return [text, ...costs, ...moved].join(' · ');
}

/** Where each rule is written, in the order of the sentence. */
function whereLines(rules: readonly ConflictingRule[]): string[] {
  return rules.flatMap(({ text, at }) => (at ? [`${at.file}:${at.line}  ${text}`] : []));
}

/** Writes sayings with their words in a column of their own. */
export function sayingLines(sayings: readonly Saying[]): string[] {
  const width = Math.max(...sayings.map(([word]) => word.length)) + 2;
  return sayings.flatMap(([word, ...lines]) =>
    lines.map((line, nth) => `${(nth === 0 ? word : '').padEnd(width)}${line}`),
  );
}
