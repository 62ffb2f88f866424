import type { Resource } from '../model/resources.ts';

const MB_PER_GB = 1024;

/** Writes an amount for a column: memory, vram and nvme in GB, all rounded to a tenth, or to whole ones from 100 on. */
export function capacityFigure(resource: Resource, amount: number): string {
  const figure = resource === 'memory' || resource === 'vram' ? amount / MB_PER_GB : amount;
  const rounded = Math.abs(figure) >= 100 ? Math.round(figure) : Math.round(figure * 10) / 10;
  return resource === 'cores' || resource === 'gpu' ? `${rounded}` : `${rounded} GB`;
}

/** Writes a share of 1 in percent; a dash where there is none. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`;
}
