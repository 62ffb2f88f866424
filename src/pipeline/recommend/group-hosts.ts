import type { RecommendedHosts } from '../../model/advice.ts';
import type { VirtualHost } from './with-hosts.ts';

/** Puts hosts of one profile in one region together, by profile, then region. */
export function groupHosts(hosts: readonly VirtualHost[]): RecommendedHosts[] {
  const groups = new Map<string, VirtualHost[]>();
  for (const host of hosts) {
    const { profile, region } = host.candidate;
    const key = `${profile.metadata.name} ${region}`;
    groups.set(key, [...(groups.get(key) ?? []), host]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => {
      const { candidate } = group[0] as VirtualHost;
      return {
        profile: candidate.profile.metadata.name,
        provider: candidate.spec.provider,
        region: candidate.region,
        quantity: group.length,
        monthlyCost: Math.round(candidate.monthly * group.length * 100) / 100,
        setupCost: Math.round(candidate.setup * group.length * 100) / 100,
        hosts: group.map(({ name }) => name).sort(),
      };
    });
}
