import { agreedTerms } from '../../model/agreed-terms.ts';
import type { ComputeExplanation } from '../../model/explanation.ts';
import type { MachineOrder } from '../../model/machine.ts';
import type { HostExplanation } from '../../model/order-explanation.ts';
import type { Price } from '../../model/price.ts';
import type { Claims } from '../../model/providers-for.ts';
import type { HostSpec } from '../../model/spec/host.ts';
import { explainPrice } from './explain-price.ts';
import { hostState } from './host-state.ts';
import type { OrderRecords } from './order-records.ts';
import { recordedClaims, recordedHost } from './order-records.ts';
import { providerChoice } from './provider-choice.ts';

/** What the plan would ask for, and the provider that it would ask. */
export interface ChosenOrder {
  readonly provider: string;
  readonly order: MachineOrder;
}

/** What a Host is besides: what would be asked for now, and what is on the compute that it is. */
export interface HostBeside {
  /** Null where nobody would be asked. */
  readonly chosen: ChosenOrder | null;
  /** Providers of the free pool that the next plan claims, and for whom. */
  readonly planned: Claims;
  readonly carries: ComputeExplanation | undefined;
}

/** Says how the order of a Host goes, why so, and what came of it; undefined where there is no such Host. */
export function explainHost(
  records: OrderRecords,
  host: string,
  { chosen, planned, carries }: HostBeside,
): HostExplanation | undefined {
  const { graph, today } = records;
  const recorded = recordedHost(records, host);
  const spec = graph.get('Host', host)?.spec ?? (recorded?.spec as HostSpec | undefined);
  if (!spec) return undefined;
  const status = recorded?.status ?? {};
  const profile = graph.get('ComputeProfile', spec.profile);
  const organization = graph.get('Workspace', spec.workspace)?.spec.organization;
  const ordered = status['price'] as Price | undefined;
  const home = typeof status['provider'] === 'string' ? status['provider'] : undefined;
  const choice = providerChoice(home ?? chosen?.provider ?? null, graph.all('ComputeProvider'), {
    workspace: spec.workspace,
    organization,
    family: profile?.spec.family,
    named: spec.provider,
    home,
    claims: recordedClaims(records),
    planned,
  });
  const terms = profile && agreedTerms(graph, organization ?? '', profile, today);
  return {
    host,
    ...hostState(records, host),
    profile: spec.profile,
    workspace: spec.workspace,
    provider: choice,
    ...regionOf(spec, status, chosen?.order),
    price: profile && terms ? explainPrice(profile.spec.price, terms, ordered) : null,
    machine: typeof status['machine'] === 'string' ? status['machine'] : null,
    addresses: Array.isArray(status['addresses']) ? status['addresses'].map(String) : [],
    tasks: tasksOf(status, chosen?.order.tasks ?? []),
    carries: carries ?? null,
  };
}

type Status = Readonly<Record<string, unknown>>;

function regionOf(
  spec: HostSpec,
  { region, machine }: Status,
  order: MachineOrder | undefined,
): Pick<HostExplanation, 'region' | 'regionWhy' | 'fallback'> {
  const wishes = spec.regions ?? [spec.region ?? []].flat();
  if (machine !== undefined) {
    const made = typeof region === 'string' ? region : null;
    const nth = made === null ? -1 : wishes.indexOf(made);
    const before = nth > 0 ? `; the host names ${wishes.slice(0, nth).join(', ')} before it` : '';
    return { region: made, regionWhy: `its machine stands there${before}`, fallback: [] };
  }
  const first = order?.region ?? wishes[0] ?? null;
  const regionWhy =
    wishes.length > 0
      ? 'the host names it'
      : first === null
        ? 'nothing names one'
        : 'it is that of its provider';
  return { region: first, regionWhy, fallback: order?.fallback ?? wishes.slice(1) };
}

/** Those before the one that comes next are done. */
function tasksOf({ machine, task }: Status, tasks: MachineOrder['tasks'] = []): HostExplanation['tasks'] {
  const next = typeof task === 'string' ? tasks.findIndex((one) => one === task) : tasks.length;
  return tasks.map((one, nth) => ({ task: one, done: machine !== undefined && nth < next }));
}
