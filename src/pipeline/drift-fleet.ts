import { compareText } from '../model/compare-text.ts';
import type { Drift, ProviderCensus, SilentProvider } from '../model/drift.ts';
import type { RecordedState } from '../model/recorded.ts';
import type { RecordedObject } from '../model/recorded-object.ts';
import { hostDeviation } from './drift/host-deviation.ts';
import { orphansOf } from './drift/orphans.ts';

/** Everything that drift follows from. */
export interface DriftInputs {
  readonly fleet: string;
  readonly recorded: RecordedState;
  readonly censuses: readonly ProviderCensus[];
  readonly silent: readonly SilentProvider[];
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
}

/** Compares what is recorded with what stands at the providers that answered. */
export function driftFleet({ fleet, recorded, censuses, silent, today }: DriftInputs): Drift {
  const sorted = [...censuses].sort((a, b) => compareText(a.provider, b.provider));
  const compared = sorted.map((census) => {
    const hosts = hostsAt(census.provider, recorded, today);
    const changed = hosts.flatMap((host) => {
      const parameters = parametersOf(host, recorded.objects);
      return hostDeviation({ fleet, host, parameters }, census) ?? [];
    });
    const counted = { provider: census.provider, hosts: hosts.length, machines: census.found.length };
    const deviations = [...changed, ...orphansOf(census, fleet, recorded)].sort(
      (a, b) => compareText(a.name, b.name) || compareText(a.machine, b.machine),
    );
    return { counted, deviations };
  });
  return {
    fleet,
    providers: compared.map(({ counted }) => counted),
    deviations: compared.flatMap(({ deviations }) => deviations),
    silent: [...silent].sort((a, b) => compareText(a.provider, b.provider)),
  };
}

/** Hosts with a machine, less those that leave on a day to come and those that are being changed. */
function hostsAt(provider: string, { objects, intents }: RecordedState, today: string): RecordedObject[] {
  const open = new Set(intents.map(({ step }) => step.address));
  return objects.filter(({ kind, metadata, status }) => {
    const { until } = status;
    const isOurs =
      kind === 'Host' && status['provider'] === provider && typeof status['machine'] === 'string';
    return isOurs && !(typeof until === 'string' && until > today) && !open.has(`Host/${metadata.name}`);
  });
}

/** What the profile of a Host asks of the provider, as it is recorded. */
function parametersOf(
  { spec }: RecordedObject,
  objects: readonly RecordedObject[],
): Readonly<Record<string, unknown>> {
  const profile = objects.find(({ kind, key }) => kind === 'ComputeProfile' && key === spec['profile']);
  return (profile?.spec['parameters'] ?? {}) as Readonly<Record<string, unknown>>;
}
