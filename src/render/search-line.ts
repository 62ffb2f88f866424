import { price } from './price.ts';

/** How a search stands. Amounts are per month. */
export interface SearchState {
  readonly cost: number;
  /** 0 where nothing is known. */
  readonly lowerBound: number;
  /** Since it began. */
  readonly seconds: number;
}

/** Writes how a search stands, for a person who may stop it: `searching: €412.10/month, at most 2.1 % above the best possible, 3 s; Ctrl-C keeps this`. */
export function searchLine({ cost, lowerBound, seconds }: SearchState, currency: string): string {
  const parts = [`${price(cost, currency)}/month`, ...gapWords(cost, lowerBound), `${Math.floor(seconds)} s`];
  return `searching: ${parts.join(', ')}; Ctrl-C keeps this`;
}

function gapWords(cost: number, lowerBound: number): string[] {
  if (lowerBound <= 0) return [];
  const percent = Math.max(0.1, Math.ceil((cost / lowerBound - 1) * 1000 - 1e-6) / 10);
  return [cost <= lowerBound ? 'the best possible' : `at most ${percent} % above the best possible`];
}
