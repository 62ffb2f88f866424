import { describeFigure, describeResources } from '../model/describe-resources.ts';
import type { ComputeExplanation, ResourceExplanation, RoomExplanation } from '../model/explanation.ts';
import { columns } from './columns.ts';
import type { Resource } from '../model/resources.ts';
import { percent } from './percent.ts';
import type { Section } from './service-explanation.ts';

const LEFT = ['left', 'left', 'left', 'left'] as const;

/** Of the services that still fit, so many are listed. */
const LISTED = 12;

/** Tells what a compute carries, what is left of each resource, and what could still fit. */
export function computeExplanation(explanation: ComputeExplanation): Section[] {
  const { compute, placements, resources, fullest, mean, room } = explanation;
  const stranding =
    fullest === null || resources.every(({ stranded }) => stranded === 0)
      ? []
      : [`${fullest} runs out first and strands what is left of the others`];
  return [
    {
      title: `${compute} carries`,
      lines: columns(
        placements.map(({ service, instance, granted }) => [
          `${service} #${instance}`,
          describeResources(granted),
        ]),
        LEFT,
      ),
    },
    {
      title: `${percent(mean)} used`,
      lines: [...columns(resources.map(resourceRow), LEFT), ...stranding],
    },
    { title: 'Could still take', lines: columns(room.slice(0, LISTED).map(roomRow), LEFT) },
  ];
}

function resourceRow({
  resource,
  capacity,
  used,
  available,
  buffer,
  stranded,
  utilisation,
}: ResourceExplanation): string[] {
  const figure = (amount: number): string => describeFigure(resource, amount);
  const kept = buffer > 0 ? `, ${figure(buffer)} kept free` : '';
  const lost = stranded > 0 ? `, about ${figure(rounded(resource, stranded))} stranded when full` : '';
  return [
    resource,
    `${figure(used)} of ${figure(capacity)}`,
    percent(utilisation),
    `${figure(available)} available${kept}${lost}`,
  ];
}

function roomRow({ services, min, count }: RoomExplanation): string[] {
  const [first, ...others] = services;
  const like = others.length > 0 ? ` and ${others.length} like it` : '';
  return [`${count === null ? 'any number' : `${count} ×`} ${first}${like}`, describeResources(min)];
}

/** An estimate is not said to the last megabyte. */
function rounded(resource: Resource, amount: number): number {
  const step = resource === 'memory' || resource === 'vram' ? 256 : 1;
  return Math.round(amount / step) * step;
}
