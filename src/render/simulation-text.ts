import type { Simulation } from '../model/simulation.ts';
import { consolidationText } from './consolidation-text.ts';
import { counted } from '../model/counted.ts';
import type { Paint } from './paint.ts';
import { eachSummary, simulationEach } from './simulation-each.ts';
import { simulationGroups } from './simulation-groups.ts';
import { simulationHeadline } from './simulation-headline.ts';

/** How a simulation is shown in a terminal. */
export interface SimulationTextOptions {
  /** Shows everything, however long. */
  readonly full: boolean;
  readonly paint: Paint;
}

/** Writes a simulation for a terminal: what moves and what no longer fits, then each single loss if asked, then the headline. */
export function simulationText(simulation: Simulation, { full, paint }: SimulationTextOptions): string {
  const { each, without, added, consolidation, monthlyCost } = simulation;
  const changed = without.length > 0 || added.length > 0 || consolidation !== null;
  const [headline = '', ...notes] = consolidation ? consolidationText(consolidation, monthlyCost) : [];
  const section = (title: string, lines: readonly string[]): string =>
    [paint('bold', title), ...lines.map((line) => painted(line, paint)), ''].join('\n');
  const losses = each ? simulationEach(each, full) : [];
  const sections = [
    ...(changed ? simulationGroups(simulation, full).map(({ title, lines }) => section(title, lines)) : []),
    ...(losses.length > 0 ? [section(full ? 'Each single loss' : 'Not survived', losses)] : []),
    [
      paint('dim', basis(simulation)),
      ...(changed ? [headed(simulationHeadline(simulation), paint)] : []),
      ...(consolidation ? [headed(headline, paint), ...notes] : []),
      ...(each ? [headed(`Single losses: ${eachSummary(each)}`, paint)] : []),
    ].join('\n'),
  ];
  return `${sections.join('\n')}\n`;
}

/** Says what the simulation starts from, and what it does not count. */
function basis({ baseline, pending, unplacedAnyway }: Simulation): string {
  const start =
    baseline === 'recorded'
      ? 'Starting from what is recorded'
      : 'Nothing is recorded: starting from the plan';
  const apart = [
    ...(pending > 0 ? [`${counted(pending, 'change')} the next plan makes anyway`] : []),
    ...(unplacedAnyway > 0 ? [`${counted(unplacedAnyway, 'instance')} without a place in any case`] : []),
  ];
  return apart.length === 0 ? `${start}.` : `${start}; not counted: ${apart.join(', ')}.`;
}

function headed(line: string, paint: Paint): string {
  const colon = line.indexOf(': ') + 1;
  return `${paint('bold', line.slice(0, colon))}${line.slice(colon)}`;
}

function painted(line: string, paint: Paint): string {
  const style = ({ '+': 'green', '-': 'red', '!': 'yellow' } as const)[line.charAt(0)];
  return style ? paint(style, line) : line;
}
