import { compareText } from '../../model/compare-text.ts';
import type { ProviderExplanation } from '../../model/order-explanation.ts';
import { providersFor } from '../../model/providers-for.ts';
import { hostState } from './host-state.ts';
import type { OrderRecords } from './order-records.ts';
import { recordedClaims } from './order-records.ts';

/** Says whose a provider is, who may order from it, and what stands there; undefined where there is no such provider. */
export function explainProvider(records: OrderRecords, name: string): ProviderExplanation | undefined {
  const { graph, objects } = records;
  const provider = graph.get('ComputeProvider', name);
  if (!provider) return undefined;
  const { family, organization: owner, region = null } = provider.spec;
  const claims = recordedClaims(records);
  const claimed = claims.get(name);
  const organization = owner ?? claimed ?? null;
  const why =
    owner !== undefined
      ? 'its manifest says so'
      : claimed !== undefined
        ? 'an order claimed it from the free pool'
        : 'it is in the free pool: the first order claims it';
  const hosts = objects
    .filter(({ kind, status }) => kind === 'Host' && status['provider'] === name)
    .map(({ key }) => ({ host: key, state: hostState(records, key).state }));
  return {
    computeProvider: name,
    family,
    organization,
    why,
    workspaces: graph
      .all('Workspace')
      .map(({ metadata }) => metadata.name)
      .filter((workspace) => providersFor(graph, workspace, claims).includes(provider)),
    region,
    hosts: hosts.sort((a, b) => compareText(a.host, b.host)),
  };
}
