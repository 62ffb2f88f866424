import type { Graph } from './graph.ts';
import type { Manifest } from './manifest.ts';
import type { Limits, Resources } from './spec/definitions.ts';

/** An amount of everything that can be limited: memory in MB, cost per month. */
export type Amounts = Readonly<Record<keyof Limits, number>>;

/** What one Host takes of the limits of its workspace and organization. */
export interface HostCharge {
  readonly host: Manifest<'Host'>;
  readonly organization: string;
  readonly amounts: Amounts;
}

/** What one machine counts for. */
export function amountsOf(resources: Resources, monthlyCost: number): Amounts {
  return { hosts: 1, cores: resources.cores ?? 0, memory: resources.memory ?? 0, monthlyCost };
}

/** What each Host of a fleet counts for, in file order; those that lack a profile or a workspace are left out. */
export function hostCharges(graph: Graph): HostCharge[] {
  return graph.deliveries.flatMap(({ compute, resources }) => {
    const host = graph.get('Host', compute.metadata.name);
    const workspace = host && graph.get('Workspace', host.spec.workspace);
    if (!workspace) return [];
    const amounts = amountsOf(resources, compute.spec.billing?.monthlyCost ?? 0);
    return [{ host, organization: workspace.spec.organization, amounts }];
  });
}
