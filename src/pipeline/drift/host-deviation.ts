import { addressOf } from '../../model/address.ts';
import type { Departure, Deviation, ProviderCensus } from '../../model/drift.ts';
import type { FoundMachine } from '../../model/machine.ts';
import type { RecordedObject } from '../../model/recorded-object.ts';
import { departuresOf } from './departures.ts';

/** A recorded Host that has a machine, with the parameters that its profile has. */
export interface HostAndProfile {
  readonly fleet: string;
  readonly host: RecordedObject;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** In what the machine of a Host is not as it is recorded; null where it is. */
export function hostDeviation(of: HostAndProfile, census: ProviderCensus): Deviation | null {
  const { host } = of;
  const id = String(host.status['machine']);
  const found = census.found.find(({ machine }) => machine.id === id);
  const address = addressOf('Host', host.metadata.name);
  const common = { provider: census.provider, machine: id, name: host.metadata.name, address };
  if (!found) {
    const again = host.spec['adopt'] === undefined ? 'declared again' : 'declared again without adopt';
    const advice = `delete ${address} and apply, which records that it is gone; ${again}, it is ordered anew`;
    return { ...common, what: 'gone', departures: [], price: null, advice };
  }
  const { price } = found;
  const mark = markDeparture(of, found, census.marks);
  if (mark) {
    const advice = 'find out who changed its mark and restore it: until then the machine is never given back';
    return { ...common, what: 'foreign', departures: [mark], price, advice };
  }
  const departures = departuresOf({ ...of, family: census.family, found });
  if (departures.length === 0) return null;
  return { ...common, what: 'changed', departures, price, advice: adviceFor(departures, address) };
}

function markDeparture(
  { host, fleet }: HostAndProfile,
  { machine: { marker } }: FoundMachine,
  marks: boolean,
): Departure | null {
  const uid = String(host.status['uid']);
  const isOurs = marker === null ? !marks : marker.fleet === fleet && marker.uid === uid;
  if (isOurs) return null;
  return {
    field: 'mark',
    recorded: { fleet, uid },
    found: marker && { fleet: marker.fleet, uid: marker.uid },
  };
}

function adviceFor(departures: readonly Departure[], address: string): string {
  const isStopped = departures.some(({ field }) => field === 'state');
  const isOther = departures.some(({ field }) => field !== 'state');
  return [
    ...(isStopped ? ['start it at the provider'] : []),
    ...(isOther
      ? [`change it back at the provider, or move over to another Host and delete ${address}`]
      : []),
  ].join('; ');
}
