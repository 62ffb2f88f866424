import { compareText } from '../model/compare-text.ts';
import type { ProviderCensus } from '../model/drift.ts';
import type { Graph } from '../model/graph.ts';
import type { Imported, ImportedHost, LeftOut } from '../model/imported.ts';
import type { FoundMachine, Machine } from '../model/machine.ts';
import type { RecordedState } from '../model/recorded.ts';
import type { RecordedObject } from '../model/recorded-object.ts';
import { RUNNING_STATES } from '../model/running-states.ts';
import type { KindName } from '../model/spec/spec-of.ts';
import { fittingProfile } from './import/fitting-profile.ts';
import { FreeNames } from './import/free-names.ts';
import { NewProfiles } from './import/new-profiles.ts';
import { knownUids } from './known-uids.ts';

/** What an import follows from. */
export interface ImportInputs {
  readonly fleet: string;
  readonly graph: Graph;
  readonly recorded: Pick<RecordedState, 'objects' | 'intents'>;
  readonly census: ProviderCensus;
  /** Takes over machines that do not run, too. */
  readonly all: boolean;
}

/**
 * Writes the Hosts that take over what stands at a provider and no Host has; the same machines get the same names. What
 * carries the mark of this very fleet, and of an object that nothing recorded knows, is the rest of a state that is lost.
 */
export function importFleet({ fleet, graph, recorded: state, census, all }: ImportInputs): Imported {
  const { objects: recorded } = state;
  const known = knownUids(state);
  const owned = ownedAt(census.provider, graph, recorded);
  const open = census.found
    .filter(({ machine }) => !owned.has(machine.id))
    .sort((a, b) => compareText(a.machine.name, b.machine.name) || compareText(a.machine.id, b.machine.id));
  const left = open.flatMap((found) => {
    const why =
      found.machine.marker?.fleet === fleet
        ? ownLeftOut(found.machine, known, graph)
        : leftOutFor(found, census, all);
    return why ? [{ machine: found.machine, why }] : [];
  });
  const isLeft = new Set(left.map(({ machine }) => machine.id));

  const profiles = graph.all('ComputeProfile').filter(({ spec }) => spec.family === census.family);
  const added = new NewProfiles(census.family, new FreeNames(namesOf(['ComputeProfile'], graph, recorded)));
  const names = new FreeNames(namesOf(['Host', 'Compute'], graph, recorded));
  const hosts = open
    .filter(({ machine }) => !isLeft.has(machine.id))
    .map((found): ImportedHost => {
      const { machine, image } = found;
      const name = names.next(machine.name);
      return {
        name,
        ...(name !== machine.name && machine.name !== '' && { hostname: machine.name }),
        profile: fittingProfile(found, profiles)?.metadata.name ?? added.for(found),
        ...(machine.region !== null && { region: machine.region }),
        ...(image !== null && { image }),
        adopt: machine.id,
      };
    });
  return { hosts, profiles: added.all, left };
}

/** The ids of the machines that Hosts have, or are to take over. */
function ownedAt(provider: string, graph: Graph, recorded: readonly RecordedObject[]): Set<string> {
  const made = recorded.flatMap(({ kind, status }) =>
    kind === 'Host' && status['provider'] === provider ? [String(status['machine'])] : [],
  );
  const wanted = graph
    .all('Host')
    .flatMap(({ spec }) =>
      spec.adopt !== undefined && (spec.provider ?? provider) === provider ? [spec.adopt] : [],
    );
  return new Set([...made, ...wanted]);
}

/** Whether it runs is no matter: it is ours, and costs. */
function ownLeftOut(
  { marker, name }: Machine,
  known: ReadonlySet<unknown>,
  graph: Graph,
): LeftOut['why'] | null {
  if (known.has(marker?.uid)) return 'orphan';
  return graph.get('Host', name) ? 'declared' : null;
}

function leftOutFor(
  { machine: { marker, state } }: FoundMachine,
  { family }: ProviderCensus,
  all: boolean,
): LeftOut['why'] | null {
  if (marker) return 'elsewhere';
  return all || RUNNING_STATES[family].includes(state) ? null : 'stopped';
}

function namesOf(kinds: readonly KindName[], graph: Graph, recorded: readonly RecordedObject[]): string[] {
  return [
    ...kinds.flatMap((kind) => graph.all(kind).map(({ metadata }) => metadata.name)),
    ...recorded.flatMap(({ kind, key }) => (kinds.includes(kind) ? [key] : [])),
  ];
}
