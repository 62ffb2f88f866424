import type { CapacityGroup, CapacityReport, ResourceFigures } from '../model/capacity-report.ts';
import type { Align } from './columns.ts';
import { percent, useFigures } from './capacity-figure.ts';
import type { CapacityDocument, CapacitySection } from './capacity-section.ts';
import { counted } from '../model/counted.ts';
import { price } from './price.ts';

/** Arranges the report of a fleet: all of it, then group by group. */
export function capacityFleet({
  fleet,
  placements,
  currency,
  computes,
  total,
  groups,
}: CapacityReport): CapacityDocument {
  const apart = [
    ...(computes.maintenance > 0 ? [`${computes.maintenance} in maintenance`] : []),
    ...(computes.inactive > 0 ? [`${computes.inactive} inactive`] : []),
  ];
  const all: CapacitySection = {
    title: 'Capacity',
    head: ['resource', ...HEAD],
    aligns: ['left', ...ALIGNS],
    rows: presentIn(total).map((figures) => [figures.resource, ...cells(figures)]),
  };
  const parts = groups.map((group): CapacitySection => ({
    title: `By ${group.by}`,
    head: [group.by, 'computes', 'per month', 'resource', ...HEAD],
    aligns: ['left', 'right', 'right', 'left', ...ALIGNS],
    rows: group.groups.flatMap((member) => groupRows(member, currency)),
  }));
  const cost = `${price(total.monthlyCost, currency)}/month`;
  return {
    title: fleet,
    lines: [
      `${counted(computes.active, 'active compute')} · ${cost} · placements as ${placements}`,
      ...(apart.length > 0 ? [`Not counted: ${apart.join(', ')}.`] : []),
    ],
    sections: [all, ...parts].filter(({ rows }) => rows.length > 0),
  };
}

const HEAD = [
  ...['total', 'allocated', 'available', 'kept free', 'stranded', 'used'],
  // Of each compute by itself.
  ...['mean', 'median', 'min', 'max'],
];
const ALIGNS: readonly Align[] = HEAD.map(() => 'right');

function groupRows(group: CapacityGroup, currency: string): string[][] {
  const { name, computes, monthlyCost } = group;
  const who = [name ?? '(none)', `${computes}`, price(monthlyCost, currency)];
  const told = presentIn(group);
  if (told.length === 0) return [[...who, 'nothing']];
  return told.map((figures, nth) => [
    ...(nth === 0 ? who : ['', '', '']),
    figures.resource,
    ...cells(figures),
  ]);
}

function presentIn({ resources }: CapacityGroup): readonly ResourceFigures[] {
  return resources.filter(({ total }) => total > 0);
}

function cells(figures: ResourceFigures): string[] {
  const { total, allocated, available, kept, stranded } = useFigures(figures);
  const { mean = null, median = null, min = null, max = null } = figures.utilisation ?? {};
  const used = figures.allocated / figures.total;
  return [total, allocated, available, kept, stranded, ...[used, mean, median, min, max].map(percent)];
}
