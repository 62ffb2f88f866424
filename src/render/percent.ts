/** Writes a share of 1 as a whole percentage: `58 %`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
