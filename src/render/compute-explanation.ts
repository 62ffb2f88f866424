import { describeResources } from '../model/describe-resources.ts';
import { separated } from '../model/separated.ts';
import type { ComputeExplanation, ResourceExplanation, RoomExplanation } from '../model/explanation.ts';
import { capacityFigure, percent, useFigures } from './capacity-figure.ts';
import { columns } from './columns.ts';
import { folded } from './folded.ts';
import type { Section } from './service-explanation.ts';

const LEFT = ['left', 'left', 'left', 'left'] as const;

/** Tells what a compute carries, how each resource is used, and what could still fit. */
export function computeExplanation(explanation: ComputeExplanation, full: boolean): Section[] {
  const { compute, placements, resources, mean, room } = explanation;
  const carried = placements.map(({ service, instance, granted }) => [
    `${service} #${instance}`,
    describeResources(granted),
  ]);
  return [
    { title: `${compute} carries`, lines: folded(columns(carried, LEFT), full) },
    {
      title: `${percent(mean)} used`,
      lines: [...columns(resources.map(resourceRow), LEFT), ...notesOn(resources)],
    },
    { title: 'Could still take', lines: folded(columns(room.map(roomRow), LEFT), full) },
  ];
}

function resourceRow(figures: ResourceExplanation): string[] {
  const { resource, allocated, needed, utilisation } = figures;
  const use = useFigures(figures);
  const partOf = (part: string): string => (part === use.available ? 'all of it' : `${part} of it`);
  const parts = [
    `${use.available} available`,
    ...(figures.kept > 0 ? [`${partOf(use.kept)} kept free`] : []),
    ...(figures.stranded > 0 ? [`${partOf(use.stranded)} stranded`] : []),
    ...(allocated > needed ? [`${capacityFigure(resource, allocated - needed)} above min`] : []),
  ];
  return [resource, `${use.allocated} of ${use.total}`, percent(utilisation), parts.join(', ')];
}

/** Explains the words that the figures come with. */
function notesOn(resources: readonly ResourceExplanation[]): string[] {
  const notes: readonly [string, (figures: ResourceExplanation) => boolean][] = [
    ['kept free: what services here ask to leave free as a buffer', ({ kept }) => kept > 0],
    ['stranded: what no service of the fleet can use here', ({ stranded }) => stranded > 0],
    ['above min: used here, and given way to who comes', ({ allocated, needed }) => allocated > needed],
  ];
  return notes.flatMap(([note, applies]) => (resources.some(applies) ? [note] : []));
}

function roomRow({ services, min, count }: RoomExplanation): string[] {
  const [first, ...others] = services;
  const like = others.length > 0 ? ` and ${others.length} like it` : '';
  return [
    `${count === null ? 'any number' : `${separated(count)} ×`} ${first}${like}`,
    describeResources(min),
  ];
}
