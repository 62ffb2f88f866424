import type { Amounts } from '../../model/host-charge.ts';
import { amountsOf, hostCharges } from '../../model/host-charge.ts';
import type { Limits } from '../../model/spec/definitions.ts';
import type { Limit } from '../../packing/purchase.ts';
import type { Candidate, Shop } from './candidates.ts';
import type { VirtualHost } from './with-hosts.ts';

/** What may still be bought: the limits of the workspace and its organization, less what is ordered and bought. */
export function limitsOf(
  { graph, workspace }: Shop,
  candidates: readonly Candidate[],
  bought: readonly VirtualHost[],
): Limit[] {
  const { organization } = workspace.spec;
  const charges = hostCharges(graph);
  const ours = charges.filter(({ host }) => host.spec.workspace === workspace.metadata.name);
  const theirs = charges.filter((charge) => charge.organization === organization);
  const more = bought.map(({ candidate }) => amountsFor(candidate));
  const used = (some: typeof charges): Amounts[] => [...some.map(({ amounts }) => amounts), ...more];
  const offers = candidates.map(amountsFor);
  return [
    ...bounds(workspace.spec.limits, offers, used(ours)),
    ...bounds(graph.get('Organization', organization)?.spec.limits, offers, used(theirs)),
  ];
}

function amountsFor({ profile, monthly }: Candidate): Amounts {
  return amountsOf(profile.spec.resources, monthly);
}

function bounds(limits: Limits = {}, offers: readonly Amounts[], used: readonly Amounts[]): Limit[] {
  return (Object.entries(limits) as [keyof Limits, number][]).map(([name, limit]) => ({
    uses: offers.map((amounts) => amounts[name]),
    most: Math.max(0, limit - used.reduce((sum, amounts) => sum + amounts[name], 0)),
  }));
}
