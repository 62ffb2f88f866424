import type { RecommendedHosts } from './recommended-hosts.ts';

/** Writes what to buy as a person would say it: `2 × cpx31 in fsn1, 1 × ax41 in hel1`. */
export function describeHosts(hosts: readonly RecommendedHosts[]): string {
  return hosts.map(({ quantity, profile, region }) => `${quantity} × ${profile} in ${region}`).join(', ');
}
