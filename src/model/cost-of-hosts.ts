import type { RecommendedHosts } from './recommended-hosts.ts';

/** Adds up what hosts to buy cost, per month and once, decimal. */
export function costOfHosts(hosts: readonly RecommendedHosts[]): { monthly: number; setup: number } {
  const cents = (amounts: readonly number[]): number =>
    amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0) / 100;
  return {
    monthly: cents(hosts.map(({ monthlyCost }) => monthlyCost)),
    setup: cents(hosts.map(({ setupCost }) => setupCost)),
  };
}
