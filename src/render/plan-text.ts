import type { Plan } from '../model/plan.ts';
import { count } from './count.ts';
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
    return `${fleet}: nothing to do, ${count(summary.unchanged, 'resource')} as recorded\n`;
  }
  const groups = planGroups(plan, full).map(({ title, lines }) =>
    [paint('bold', title), ...lines.map((line) => painted(line, paint)), ''].join('\n'),
  );
  const risks = plan.steps
    .filter(({ verb }) => verb === 'delete' || verb === 'move')
    .map(({ id }) => `- ${id.replace(':', ' ')}`);
  const stops = guards.map(({ name, message, approved }) =>
    approved ? `! approved: ${name}: ${message}` : `! ${name}: ${message}`,
  );
  const attention = [...stops, ...atMost(risks, 10)];
  const sections = [
    ...groups,
    ...(attention.length > 0
      ? [[paint('bold', 'Look twice'), ...attention.map((line) => painted(line, paint)), ''].join('\n')]
      : []),
    `${paint('bold', 'Plan:')} ${planHeadline(plan)}`,
  ];
  return `${sections.join('\n')}\n`;
}

function painted(line: string, paint: Paint): string {
  const style = ({ '+': 'green', '-': 'red', '!': 'yellow' } as const)[line.charAt(0)];
  return style ? paint(style, line) : line;
}

function atMost(lines: readonly string[], limit: number): readonly string[] {
  return lines.length <= limit ? lines : [...lines.slice(0, limit), `- … ${lines.length - limit} more`];
}
