import type { Simulation } from '../model/simulation.ts';
import { RESOURCES } from '../model/resources.ts';
import { causeOf } from './cause-of.ts';
import { capacityFigure, percent } from './capacity-figure.ts';
import type { Align } from './columns.ts';
import { columns } from './columns.ts';
import { counted } from '../model/counted.ts';
import { price } from './price.ts';
import { printable } from './printable.ts';

/** One part of a simulation as a terminal shows it. */
export interface SimulationGroup {
  readonly title: string;
  readonly lines: readonly string[];
}

/** How many rows a group has unless everything is to be shown. */
const ROWS = 20;

/** For how many services the reasons are told unless everything is to be shown. */
const FATES = 12;

/** Writes what moves, what arrives, what no longer fits, and how full the fleet is before and after. */
export function simulationGroups(simulation: Simulation, full: boolean): SimulationGroup[] {
  const { moves, placed, lost, consolidation } = simulation;
  const givenBack = consolidation?.givenBack ?? [];
  const gone = new Set([...lost.computes, ...givenBack.map(({ compute }) => compute)]);
  const moving = moves.map(({ service, instance, from, to, reason }) => [
    `! ${service} #${instance}`,
    `${from} → ${to}`,
    gone.has(from) ? '' : `(${printable(causeOf(reason, from))})`,
  ]);
  const arriving = placed.map(({ service, instance, compute, reason }) => [
    `+ ${service} #${instance}`,
    `on ${compute}`,
    `(${printable(reason)})`,
  ]);
  return [
    { title: 'Can be given back', lines: shown(givenBackLines(simulation), full) },
    { title: 'Moves', lines: shown(columns(moving, LEFT), full) },
    { title: 'Placed', lines: shown(columns(arriving, LEFT), full) },
    { title: 'No longer fits', lines: lossLines(simulation, full) },
    { title: 'Utilisation', lines: useLines(simulation) },
  ].filter(({ lines }) => lines.length > 0);
}

function givenBackLines({ consolidation, monthlyCost: { currency } }: Simulation): readonly string[] {
  const rows = (consolidation?.givenBack ?? []).map(({ compute, monthlyCost, instances }) => [
    `- ${compute}`,
    `${price(monthlyCost, currency)}/month`,
    instances === 0 ? '(empty as it is)' : `(${counted(instances, 'instance')})`,
  ]);
  return columns(rows, ['left', 'right', 'left']);
}

const LEFT: readonly Align[] = ['left', 'left', 'left'];

function shown(lines: readonly string[], full: boolean): readonly string[] {
  if (full || lines.length <= ROWS) return lines;
  const hidden = lines.length - ROWS;
  return [...lines.slice(0, ROWS), `${lines[0]?.charAt(0)} … ${hidden} more (--full shows them)`];
}

/** Instances of one service that share their fate are told once. */
function lossLines({ unplaced }: Simulation, full: boolean): string[] {
  const told = new Map<string, { readonly heads: string[]; readonly reasons: readonly string[] }>();
  for (const { service, instance, from, reasons } of unplaced) {
    const why = reasons.map(
      ({ reason, computes }) => `      ${counted(computes, 'compute')}: ${printable(reason)}`,
    );
    const head = `- ${service} #${instance}  ${from === null ? 'new' : `was on ${from}`}`;
    const key = [service, ...why].join('\n');
    const known = told.get(key);
    if (known) known.heads.push(head);
    else told.set(key, { heads: [head], reasons: why });
  }
  const all = [...told.values()];
  const listed = full ? all : all.slice(0, FATES);
  const hidden = all.slice(listed.length).flatMap(({ heads }) => heads).length;
  return [
    ...listed.flatMap(({ heads, reasons }) => [...heads, ...reasons]),
    ...(hidden > 0 ? [`- … ${hidden} more (--full shows them)`] : []),
  ];
}

function useLines({ utilisation: { before, after } }: Simulation): string[] {
  const rows = RESOURCES.flatMap((resource, nth) => {
    const [was, is] = [before[nth], after[nth]];
    if (!was || !is || was.total + is.total === 0) return [];
    const figure = (amount: number): string => capacityFigure(resource, amount);
    const of = ({ allocated, total }: typeof was): string => `${figure(allocated)} of ${figure(total)}`;
    return [[`  ${resource}`, percent(was.share), '→', percent(is.share), of(was), '→', of(is)]];
  });
  return columns(rows, ['left', 'right', 'left', 'right', 'right', 'left', 'right']);
}
