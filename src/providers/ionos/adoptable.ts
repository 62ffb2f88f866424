import type { MachineOrder } from '../../model/machine.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { FoundServer } from './find-server.ts';
import { isOf, LABELS, markValue } from './marks.ts';

/** What makes one machine another; the rest of a profile does not outlive the order. */
const COMPARED = ['cores', 'ram', 'cpuFamily', 'type', 'templateUuid'] as const;

/**
 * The server that an order takes over. Fails with `profile` where there is none, or it is another's or another machine
 * than the profile's. A `uid` of null is that of an object that has none yet.
 */
export function adoptable(
  found: FoundServer | null,
  order: MachineOrder,
  { fleet, uid }: { readonly fleet: string; readonly uid: string | null },
): FoundServer {
  const hint = 'correct spec.adopt';
  if (!found) throw new ProviderFailure('profile', `there is no server ${order.adopt ?? ''}`, hint);
  const { server, labels, marker } = found;
  const what = `server ${server.id} (${server.properties.name ?? ''})`;
  // A run that died may have written some labels, and not the last.
  const begun = labels[LABELS.uid];
  const isOthers = marker
    ? !isOf(marker, { fleet, ...(uid !== null && { uid }) })
    : begun !== undefined && uid !== null && begun !== markValue(uid);
  if (isOthers) {
    const whose = marker ? `a host of fleet ${marker.fleet}` : 'another host';
    throw new ProviderFailure('profile', `${what} belongs to ${whose}`, hint);
  }
  for (const name of COMPARED) {
    const wanted = order.parameters[name];
    const has = server.properties[name];
    if (wanted === undefined || has === undefined || has === null || wanted === has) continue;
    const message = `${what} has ${name} ${has}, and the profile of ${order.name} ${JSON.stringify(wanted)}`;
    throw new ProviderFailure('profile', message, 'choose the profile that it is, or correct spec.adopt');
  }
  return found;
}
