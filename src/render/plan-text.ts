import type { Plan } from '../model/plan.ts';
import type { Step } from '../model/step.ts';
import { compareText } from '../model/compare-text.ts';
import { few } from '../model/few.ts';
import { counted } from '../model/counted.ts';
import type { Paint } from './paint.ts';
import { planGroups } from './plan-groups.ts';
import { planHeadline } from './plan-headline.ts';

/** How a plan is shown in a terminal. */
export interface PlanTextOptions {
  /** Shows everything, however long. */
  readonly full: boolean;
  readonly paint: Paint;
}

/** Writes a plan for a terminal: groups, risks once more, the headline. */
export function planText(plan: Plan, { full, paint }: PlanTextOptions): string {
  const { fleet, steps, summary, guards } = plan;
  if (steps.length === 0 && plan.unplaced.length === 0 && guards.length === 0) {
    return `${fleet}: nothing to do, ${counted(summary.unchanged, 'resource')} as recorded\n`;
  }
  const groups = planGroups(plan, full).map(({ title, lines }) =>
    [paint('bold', title), ...lines.map((line) => painted(line, paint)), ''].join('\n'),
  );
  const risks = plan.steps
    .filter(({ verb }) => verb === 'delete')
    .map(({ id }) => `- ${id.replace(':', ' ')}`);
  const stops = guards.map(({ name, message, approved }) =>
    approved ? `! approved: ${name}: ${message}` : `! ${name}: ${message}`,
  );
  const attention = [...stops, ...movesLine(steps), ...atMost(risks, 10)];
  const sections = [
    ...groups,
    ...(attention.length > 0
      ? [[paint('bold', 'Look twice'), ...attention.map((line) => painted(line, paint)), ''].join('\n')]
      : []),
    `${paint('bold', 'Plan:')} ${planHeadline(plan)}`,
  ];
  return `${sections.join('\n')}\n`;
}

/** Says how many instances leave which computes; the lines above say each of them. */
function movesLine(steps: readonly Step[]): string[] {
  const leaving = new Map<string, number>();
  for (const { verb, effect } of steps) {
    const from = verb === 'move' && effect.of === 'placement' ? effect.before?.compute : undefined;
    if (from !== undefined) leaving.set(from, (leaving.get(from) ?? 0) + 1);
  }
  const moves = [...leaving.values()].reduce((sum, number) => sum + number, 0);
  if (moves === 0) return [];
  const most = [...leaving].sort(([a, m], [b, n]) => n - m || compareText(a, b));
  const which = few(
    most.map(([compute, number]) => (number === moves ? '' : `${number} `) + `off ${compute}`),
  );
  return [`! ${counted(moves, 'instance moves', 'instances move')}: ${which}`];
}

function painted(line: string, paint: Paint): string {
  const style = ({ '+': 'green', '-': 'red', '!': 'yellow' } as const)[line.charAt(0)];
  return style ? paint(style, line) : line;
}

function atMost(lines: readonly string[], limit: number): readonly string[] {
  return lines.length <= limit ? lines : [...lines.slice(0, limit), `- … ${lines.length - limit} more`];
}
