import type { Plan } from '../model/plan.ts';
import type { PlanGroup } from './plan-group.ts';
import { planGroups } from './plan-groups.ts';
import { planHeadline } from './plan-headline.ts';
import { printable } from './printable.ts';

/** GitHub refuses a comment above 65,536 characters. */
const MAX_LENGTH = 60_000;

/**
 * Writes a plan as a pull-request comment. The hidden marker lets a job find and replace its own comment. What
 * does not fit is left out by whole groups, harmless ones first.
 */
export function planMarkdown(plan: Plan): string {
  const groups = planGroups(plan, false);
  const leftOut: string[] = [];
  for (;;) {
    const text = [...head(plan), ...groups.flatMap(details), ...foot(plan, leftOut)].join('\n');
    if (text.length <= MAX_LENGTH || groups.length === 0) return `${text}\n`;
    const largest = [...groups].sort(
      (a, b) => Number(a.risky) - Number(b.risky) || lengthOf(b) - lengthOf(a),
    )[0] as PlanGroup;
    groups.splice(groups.indexOf(largest), 1);
    leftOut.push(largest.title);
  }
}

function head(plan: Plan): string[] {
  const { fleet, guards, unplaced, diagnostics, steps } = plan;
  const attention: [string, string][] = [
    ...guards.map(({ name, message }): [string, string] => [`guard \`${name}\``, message]),
    ...unplaced.map(({ service, instance }): [string, string] => ['fits nowhere', `${service} #${instance}`]),
    ...steps
      .filter(({ verb }) => verb === 'delete')
      .map(({ address }): [string, string] => ['deletes', address]),
    ...steps
      .filter(({ verb }) => verb === 'move')
      .map(({ id, summary }): [string, string] => ['moves', `${id.slice('move:'.length)}: ${summary}`]),
    ...diagnostics.map(({ code, message, file, line }): [string, string] => [
      `\`${code}\``,
      `${message} (${file}:${line})`,
    ]),
  ];
  const shown = attention.slice(0, 25);
  const rest = attention.length - shown.length;
  return [
    `<!-- stowage:plan:${fleet} -->`,
    `### Stowage plan for ${fleet}`,
    '',
    `**${planHeadline(plan)}**`,
    '',
    ...(shown.length > 0
      ? [
          '| Needs attention | |',
          '|---|---|',
          ...shown.map(([what, which]) => `| ${what} | ${cell(which)} |`),
          ...(rest > 0 ? [`| … | ${rest} more |`] : []),
          '',
        ]
      : []),
  ];
}

function details({ title, size, lines, risky }: PlanGroup): string[] {
  return [
    `<details${risky ? ' open' : ''}><summary>${title} (${size})</summary>`,
    '',
    '````diff',
    ...lines,
    '````',
    '',
    '</details>',
    '',
  ];
}

function foot({ digest }: Plan, leftOut: readonly string[]): string[] {
  const missing = leftOut.length > 0 ? [`Left out for length: ${leftOut.join(', ')}.`, ''] : [];
  return [...missing, `Digest \`${digest}\``];
}

function lengthOf({ lines }: PlanGroup): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}

/** What a table cell shows of a text; the terminal shows all of it. */
const CELL_LENGTH = 300;

/** Text in which no table cell ends and no HTML begins. */
function cell(text: string): string {
  const shown = text.length > CELL_LENGTH ? `${text.slice(0, CELL_LENGTH - 1)}…` : text;
  return printable(shown).replace(/[\\|]/g, '\\$&').replaceAll('<', '&lt;');
}
