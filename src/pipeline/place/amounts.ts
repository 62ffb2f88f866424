import { separated } from '../../model/separated.ts';
import type { Resource, ResourceVector } from '../../model/resources.ts';
import { RESOURCES } from '../../model/resources.ts';
import type { Resources } from '../../model/spec/definitions.ts';

/** How many figures an amount has in a typed array. */
export const WIDTH = RESOURCES.length;

const PER_UNIT = 1000;
/** What binary fractions may add to or take from a figure that a manifest can express. */
const FUZZ = 1e-6;
const MB_PER_GB = 1024;

/** Writes what is needed in whole thousandths, rounded up, so that sums are exact. */
export function needed(
  amount: Resources | undefined,
  into: Float64Array = new Float64Array(WIDTH),
): Float64Array {
  into[0] = roundedUp(amount?.cores);
  into[1] = roundedUp(amount?.memory);
  into[2] = roundedUp(amount?.vram);
  into[3] = roundedUp(amount?.nvme);
  into[4] = roundedUp(amount?.gpu);
  return into;
}

function roundedUp(figure = 0): number {
  return Math.ceil(figure * PER_UNIT - FUZZ) + 0;
}

/** Writes what is offered in whole thousandths, rounded down and never below nothing. */
export function offered(amount: Resources, into: Float64Array = new Float64Array(WIDTH)): Float64Array {
  into[0] = roundedDown(amount.cores);
  into[1] = roundedDown(amount.memory);
  into[2] = roundedDown(amount.vram);
  into[3] = roundedDown(amount.nvme);
  into[4] = roundedDown(amount.gpu);
  return into;
}

function roundedDown(figure = 0): number {
  return Math.max(0, Math.floor(figure * PER_UNIT + FUZZ));
}

/** Lists the resources, by index, of which one amount or another asks for something. */
export function askedIn(one: Float64Array, other: Float64Array): number[] {
  const asked: number[] = [];
  for (let r = 0; r < WIDTH; r++) if (one[r] !== 0 || other[r] !== 0) asked.push(r);
  return asked;
}

/** Takes a share of thousandths, rounded down to whole ones. */
export function shareOf(thousandths: number, share: number): number {
  return Math.floor(thousandths * share + FUZZ);
}

/** Reads thousandths back into units. */
export function vectorFrom(thousandths: Float64Array): ResourceVector {
  return {
    cores: (thousandths[0] as number) / PER_UNIT,
    memory: (thousandths[1] as number) / PER_UNIT,
    vram: (thousandths[2] as number) / PER_UNIT,
    nvme: (thousandths[3] as number) / PER_UNIT,
    gpu: (thousandths[4] as number) / PER_UNIT,
  };
}

/** Writes an amount with its unit, exactly: `1.5 GB`, `1600 MB`, `2`. */
export function describeAmount(resource: Resource, thousandths: number): string {
  const amount = thousandths / PER_UNIT;
  switch (resource) {
    case 'cores':
    case 'gpu':
      return separated(amount);
    case 'nvme':
      return `${separated(amount)} GB`;
    case 'memory':
    case 'vram': {
      const hundredths = (amount * 100) / MB_PER_GB;
      const inGb = amount >= MB_PER_GB && Number.isInteger(hundredths);
      return inGb ? `${separated(hundredths / 100)} GB` : `${separated(amount)} MB`;
    }
  }
}
