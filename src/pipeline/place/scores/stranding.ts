/** 1 when all resources are used alike; less, the more the fullest is ahead of the others and strands them. */
export function stranding(mean: number, hottest: number): number {
  return hottest - mean < 1 ? 1 - (hottest - mean) : 0;
}
