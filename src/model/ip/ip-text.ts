import { groupsOfValue } from './groups.ts';
import type { IpAddress } from './ip-address.ts';

/** Writes an address in its one canonical form: four decimal parts, or RFC 5952. */
export function ipText({ family, value }: IpAddress): string {
  return family === 4 ? parts(Number(value)).join('.') : colons(value);
}

function parts(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function colons(value: bigint): string {
  const all = groupsOfValue(value);
  const { start, length } = longestZeros(all);
  if (length < 2) return hex(all);
  return `${hex(all.slice(0, start))}::${hex(all.slice(start + length))}`;
}

function hex(all: readonly number[]): string {
  return all.map((group) => group.toString(16)).join(':');
}

/** The longest run of zeros; of two the first. */
function longestZeros(all: readonly number[]): { readonly start: number; readonly length: number } {
  let [start, longest, length] = [0, 0, 0];
  for (const [at, group] of all.entries()) {
    length = group === 0 ? length + 1 : 0;
    if (length > longest) [start, longest] = [at - length + 1, length];
  }
  return { start, length: longest };
}
