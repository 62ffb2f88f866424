import { agreedTerms } from '../../model/agreed-terms.ts';
import type { ProfileExplanation } from '../../model/order-explanation.ts';
import { providersFor } from '../../model/providers-for.ts';
import { hostState } from './host-state.ts';
import type { OrderRecords } from './order-records.ts';
import { recordedClaims } from './order-records.ts';

/** Says who may order a profile, from whom and for how much; undefined where there is no such profile. */
export function explainProfile(records: OrderRecords, name: string): ProfileExplanation | undefined {
  const { graph, today } = records;
  const profile = graph.get('ComputeProfile', name);
  if (!profile) return undefined;
  const { family, active, resources, regions = [], price } = profile.spec;
  const claims = recordedClaims(records);
  return {
    computeProfile: name,
    family,
    active,
    resources,
    regions,
    price,
    agreed: graph.all('Organization').flatMap(({ metadata: { name: organization } }) => {
      const { monthly, agreement } = agreedTerms(graph, organization, profile, today);
      return agreement === null ? [] : [{ organization, monthly, agreement }];
    }),
    orderedFrom: graph.all('Workspace').map(({ metadata: { name: workspace } }) => {
      const open = providersFor(graph, workspace, claims).filter(({ spec }) => spec.family === family);
      return { workspace, provider: open[0]?.metadata.name ?? null };
    }),
    hosts: graph
      .all('Host')
      .filter(({ spec }) => spec.profile === name)
      .map(({ metadata }) => ({ host: metadata.name, state: hostState(records, metadata.name).state })),
  };
}
