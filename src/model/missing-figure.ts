import type { ComponentSpec } from './spec/component.ts';

/** The figure by which a component counts towards capacity, where it has one. */
const COUNTED: Readonly<Partial<Record<ComponentSpec['type'], string>>> = {
  cpu: 'cores',
  ram: 'capacity_gb',
  storage: 'capacity_gb',
  gpu: 'vram_gb',
};

/** The figure that a component lacks in order to count towards capacity; undefined where it lacks none. */
export function missingFigure({ type, specs }: ComponentSpec): string | undefined {
  const figure = COUNTED[type];
  return figure === undefined || specs?.[figure] !== undefined ? undefined : figure;
}
