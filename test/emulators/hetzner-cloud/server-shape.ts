import type { Knobs } from '../knobs.ts';
import { imageShape, locationShape, serverTypeShape } from './catalogue.ts';
import type { PrimaryIps } from './primary-ips.ts';
import { ipv4Shape, ipv6Shape } from './primary-ips.ts';
import type { Server } from './servers.ts';

/** A server as the API tells it. */
export function serverShape(server: Server, ips: PrimaryIps, knobs: Knobs, now: number) {
  const own = ips.of(server.id);
  const ipv4 = own.find(({ type }) => type === 'ipv4');
  const ipv6 = own.find(({ type }) => type === 'ipv6');
  return {
    id: server.id,
    name: server.name,
    status: server.status,
    created: new Date(server.created).toISOString(),
    public_net: {
      ipv4: ipv4 ? ipv4Shape(ipv4) : null,
      ipv6: ipv6 ? ipv6Shape(ipv6) : null,
      floating_ips: [],
      firewalls: [],
    },
    private_net: [],
    server_type: serverTypeShape(server.type, knobs, now),
    location: locationShape(server.location),
    image: imageShape(server.image),
    iso: null,
    rescue_enabled: false,
    locked: server.status === 'initializing' || server.status === 'deleting',
    backup_window: null,
    outgoing_traffic: null,
    ingoing_traffic: null,
    included_traffic: 21990232555520,
    protection: { delete: server.isProtected, rebuild: server.isProtected },
    labels: server.labels,
    volumes: server.volumes,
    load_balancers: [],
    primary_disk_size: server.type.disk,
    placement_group: null,
  };
}
