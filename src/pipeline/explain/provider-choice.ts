import { compareText } from '../../model/compare-text.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { ProviderChoice } from '../../model/order-explanation.ts';
import type { Claims } from '../../model/providers-for.ts';
import type { Family } from '../../model/spec/definitions.ts';

/** Who orders, and what is settled already. */
export interface Buyer {
  readonly workspace: string;
  readonly organization: string | undefined;
  readonly family: Family | undefined;
  /** The provider that the Host names. */
  readonly named: string | undefined;
  /** Where its machine stands. */
  readonly home: string | undefined;
  /** Who has claimed which provider of the free pool, and who will with the next plan. */
  readonly claims: Claims;
  readonly planned: Claims;
}

type Provider = Manifest<'ComputeProvider'>;

/** Says why a Host is ordered from a provider, null where there is none, and why from no other. */
export function providerChoice(
  chosen: string | null,
  providers: readonly Provider[],
  buyer: Buyer,
): ProviderChoice {
  const { workspace, family } = buyer;
  const provider = providers.find(({ metadata }) => metadata.name === chosen);
  const nobody = `no ComputeProvider of the family ${family ?? 'of its profile'} is open to workspace ${workspace}`;
  const why =
    chosen === null
      ? nobody
      : provider
        ? whyThis(provider, buyer)
        : `there is no ComputeProvider/${chosen} any more`;
  const others = providers
    .filter(({ metadata }) => metadata.name !== chosen)
    .map((other) => ({ provider: other.metadata.name, reason: whyNot(other, chosen, buyer) }));
  return { name: chosen, why, others: others.sort((a, b) => compareText(a.provider, b.provider)) };
}

function whyThis(
  { metadata, spec }: Provider,
  { workspace, organization, named, home, claims }: Buyer,
): string {
  const { name } = metadata;
  if (home === name) return 'its machine stands there, and a host stays where it was made';
  if (named === name) return 'the host names it';
  if (spec.workspace === workspace) return `it is for workspace ${workspace} alone, which comes first`;
  if (spec.organization !== undefined) return `it belongs to organization ${organization}`;
  if (claims.has(name)) return `an earlier order claimed it for organization ${organization}`;
  return `it is in the free pool, and is claimed for organization ${organization} with the order`;
}

function whyNot({ metadata, spec }: Provider, chosen: string | null, buyer: Buyer): string {
  const { workspace, organization, family, named, home, claims, planned } = buyer;
  const claimed = claims.get(metadata.name) ?? planned.get(metadata.name);
  const owner = spec.organization ?? claimed;
  if (family !== undefined && spec.family !== family) return `is of the family ${spec.family}, not ${family}`;
  if (owner !== undefined && owner !== organization)
    return `${claimed === undefined ? 'belongs to' : 'is claimed for'} organization ${owner}`;
  if (spec.workspace !== undefined && spec.workspace !== workspace)
    return `is for workspace ${spec.workspace} alone`;
  if (home !== undefined) return `its machine stands at ${home}`;
  if (named !== undefined) return `the host names ${named}`;
  return `comes after ${chosen}: a workspace's own first, then its organization's, then the free pool, each by name`;
}
