import { separated } from '../model/separated.ts';
import type { Resource } from '../model/resources.ts';
import { wholePercent } from '../model/utilisation.ts';

const MB_PER_GB = 1024;

/** Writes an amount for a column: memory, vram and nvme in GB, all rounded to a hundredth. */
export function capacityFigure(resource: Resource, amount: number): string {
  return written(resource, hundredths(resource, amount));
}

/** How a resource is used, in the units of manifests; see ResourceFigures. */
export interface UseFigures {
  readonly resource: Resource;
  readonly total: number;
  readonly allocated: number;
  readonly available: number;
  readonly kept: number;
  readonly stranded: number;
}

/**
 * Writes how a resource is used, rounded so that it adds up as it is shown: total is allocated and available, and kept
 * and stranded are no more than what is available.
 */
export function useFigures(use: UseFigures): Record<Exclude<keyof UseFigures, 'resource'>, string> {
  const { resource } = use;
  const [total, allocated] = [hundredths(resource, use.total), hundredths(resource, use.allocated)];
  const isWhole = isNothing(use.total - use.allocated - use.available);
  const available = isWhole ? total - allocated : hundredths(resource, use.available);
  const kept = Math.min(hundredths(resource, use.kept), available);
  const isAll = isNothing(use.available - use.kept - use.stranded);
  const lost = isAll ? available - kept : Math.min(hundredths(resource, use.stranded), available - kept);
  const stranded = isNothing(use.stranded) ? 0 : lost;
  const write = (figure: number): string => written(resource, figure);
  return {
    total: write(total),
    allocated: write(allocated),
    available: write(available),
    kept: write(kept),
    stranded: write(stranded),
  };
}

/** Writes a share of 1 in percent; a dash where there is none. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${wholePercent(share)} %`;
}

/** In hundredths of the unit that is shown, whole ones, so that sums of them are exact. */
function hundredths(resource: Resource, amount: number): number {
  return Math.round((resource === 'memory' || resource === 'vram' ? amount / MB_PER_GB : amount) * 100);
}

function written(resource: Resource, figure: number): string {
  const number = separated(figure / 100);
  return resource === 'cores' || resource === 'gpu' ? number : `${number} GB`;
}

/** Less than binary fractions add to a figure that a manifest can express. */
function isNothing(amount: number): boolean {
  return Math.abs(amount) < 1e-5;
}
