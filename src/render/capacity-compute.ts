import type { ComputeReport } from '../model/capacity-report.ts';
import { describeResources } from '../model/describe-resources.ts';
import type { Align } from './columns.ts';
import { capacityFigure, percent, useFigures } from './capacity-figure.ts';
import { capacityNetwork } from './capacity-network.ts';
import type { CapacityDocument, CapacitySection } from './capacity-section.ts';
import { price } from './price.ts';

/** Arranges the report of one compute. */
export function capacityCompute(report: ComputeReport): CapacityDocument {
  const { compute, billing, placements } = report;
  const tags = Object.entries(compute.tags).map(([key, value]) =>
    value === 'true' ? key : `${key}=${value}`,
  );
  const dates = [
    ...(billing.contractEnd === null ? [] : [`contract until ${billing.contractEnd}`]),
    ...(billing.renewalDate === null ? [] : [`renew or cancel by ${billing.renewalDate}`]),
  ];
  return {
    title: compute.name,
    lines: [
      `${compute.type} at ${compute.provider}, ${compute.region}, ${compute.state} · placements as ${placements}`,
      [`${price(billing.monthlyCost, billing.currency)}/month`, ...dates].join(', '),
      ...(tags.length > 0 ? [tags.join(', ')] : []),
    ],
    sections: [
      hardware(report),
      raid(report),
      resources(report),
      services(report),
      ...capacityNetwork(report),
    ].filter(({ rows }) => rows.length > 0),
  };
}

function hardware({ hardware: lines }: ComputeReport): CapacitySection {
  return {
    title: 'Hardware',
    head: ['part', 'pieces', 'model', 'where'],
    aligns: ['left', 'right', 'left', 'left'],
    rows: lines.map(({ type, quantity, manufacturer, model, slot, serialNumbers }) => [
      type,
      `${quantity} ×`,
      `${manufacturer} ${model}`,
      [...(slot === null ? [] : [slot]), ...serialNumbers].join(', '),
    ]),
  };
}

function raid({ raid: sets }: ComputeReport): CapacitySection {
  return {
    title: 'RAID',
    head: ['set', 'level', 'disks', 'usable'],
    aligns: ['left', 'right', 'right', 'right'],
    rows: sets.map(({ group, level, disks, usable }) => [
      group,
      `${level}`,
      `${disks}`,
      capacityFigure('nvme', usable),
    ]),
  };
}

const FIGURES = ['hardware', 'reserved', 'allocated', 'available', 'kept free', 'stranded', 'used'];
const RIGHT: readonly Align[] = FIGURES.map(() => 'right');

function resources({ resources: figures, capacity, reserved }: ComputeReport): CapacitySection {
  return {
    title: 'Capacity',
    head: ['resource', ...FIGURES],
    aligns: ['left', ...RIGHT],
    rows: figures
      .filter(({ resource }) => capacity[resource] > 0)
      .map((use) => {
        const { resource, utilisation } = use;
        const { allocated, available, kept, stranded } = useFigures(use);
        const hardware = [capacity[resource], reserved[resource]].map((amount) =>
          capacityFigure(resource, amount),
        );
        return [resource, ...hardware, allocated, available, kept, stranded, percent(utilisation)];
      }),
  };
}

function services({ services: lines }: ComputeReport): CapacitySection {
  return {
    title: 'Services',
    head: ['service', 'granted'],
    aligns: ['left', 'left'],
    rows: lines.map(({ service, instance, granted }) => [
      `${service} #${instance}`,
      describeResources(granted),
    ]),
  };
}
