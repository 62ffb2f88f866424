import type { MachineOrder, Marker } from '../../model/machine.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { Server } from './api-types.ts';
import { carries, hostOf, markerOf } from './marks.ts';

/** The server that an order takes over. Fails with `profile` where there is none, or it is another's or of another type. */
export function adoptable(server: Server | null, order: MachineOrder, marker: Marker): Server {
  const hint = 'correct spec.adopt';
  if (!server) throw new ProviderFailure('profile', `there is no server ${order.adopt ?? ''}`, hint);
  const known = markerOf(server.labels);
  if (known && !carries(server.labels, { fleet: marker.fleet, uid: marker.uid })) {
    const message = `server ${server.id} (${server.name}) belongs to ${hostOf(server.labels) ?? 'a host'} of fleet ${known.fleet}`;
    throw new ProviderFailure('profile', message, hint);
  }
  const type = order.parameters['server_type'];
  const { id, name } = server.server_type;
  if (type !== undefined && type !== name && type !== id && type !== String(id)) {
    const message = `server ${server.id} is a ${name}, and the profile of ${order.name} is not`;
    throw new ProviderFailure('profile', message, 'choose the profile that it is, or correct spec.adopt');
  }
  return server;
}
