import type { Allowance } from '../bucket.ts';
import type { Billable, Call, Reply, Surroundings, Vendor } from '../vendor.ts';
import { Actions, actionShape } from './actions.ts';
import {
  IMAGES,
  imageShape,
  LOCATIONS,
  locationShape,
  PRICING,
  SERVER_TYPES,
  serverTypeShape,
} from './catalogue.ts';
import { labelSelector } from './label-selector.ts';
import { page } from './page.ts';
import type { PrimaryIp } from './primary-ips.ts';
import { PrimaryIps } from './primary-ips.ts';
import { refusal, Refused } from './refusal.ts';
import { serverShape } from './server-shape.ts';
import type { Server, ServerRequest } from './servers.ts';
import { Servers } from './servers.ts';
import { SshKeys } from './ssh-keys.ts';

/** Hetzner Cloud, as much of it as machines need. */
export interface HetznerCloud extends Vendor {
  readonly servers: Servers;
  readonly keys: SshKeys;
  readonly ips: PrimaryIps;
}

/** Opens a project that has nothing in it. */
export function openHetznerCloud(around: Surroundings): HetznerCloud {
  const { clock, knobs } = around;
  const actions = new Actions(around);
  const ips = new PrimaryIps();
  const keys = new SshKeys();
  const servers = new Servers(around, actions, ips, keys);
  const shape = (server: Server) => serverShape(server, ips, knobs, clock.now());

  type Handler = (call: Call, id: string) => Reply;
  const operations: Readonly<Record<string, Handler>> = {
    'GET /servers': ({ query }) => page('servers', wanted(servers.visible(), query).map(shape), query),
    'POST /servers': ({ body }) => {
      const { server, action, next } = servers.create(body as ServerRequest);
      const root_password = server.sshKeys.length > 0 ? null : 'emulated-root-password';
      const begun = { action: actionShape(action), next_actions: next.map(actionShape), root_password };
      return { status: 201, body: { server: shape(server), ...begun } };
    },
    'GET /servers/*': (_call, id) => ({ status: 200, body: { server: shape(servers.find(id)) } }),
    'PUT /servers/*': ({ body }, id) => {
      const changed = servers.update(servers.find(id), body as { labels?: Record<string, string> });
      return { status: 200, body: { server: shape(changed) } };
    },
    'DELETE /servers/*': (_call, id) => {
      const action = servers.remove(servers.find(id));
      return { status: 200, body: { action: actionShape(action) } };
    },
    'POST /servers/*/actions/change_dns_ptr': ({ body }, id) => {
      const { ip, dns_ptr } = body as { ip: string; dns_ptr: string | null };
      const server = servers.find(id);
      ips.setName(server.id, ip, dns_ptr);
      const action = actions.begin('change_dns_ptr', server.id, server.location);
      return { status: 201, body: { action: actionShape(action) } };
    },
    'GET /actions': ({ query }) => {
      return { status: 200, body: { actions: actions.byId(query.getAll('id')).map(actionShape) } };
    },
    'GET /servers/*/actions': ({ query }, id) => {
      const all = actions.of(servers.find(id).id, query.getAll('status'));
      return page('actions', all.map(actionShape), query);
    },
    'GET /pricing': () => ({ status: 200, body: { pricing: PRICING } }),
    'GET /server_types': ({ query }) => {
      const types = wanted(SERVER_TYPES, query).map((type) => serverTypeShape(type, knobs, clock.now()));
      return page('server_types', types, query);
    },
    'GET /locations': ({ query }) => {
      return page(
        'locations',
        wanted(LOCATIONS, query).map(({ name }) => locationShape(name)),
        query,
      );
    },
    'GET /images': ({ query }) => {
      const architecture = query.get('architecture');
      const all = query.get('include_deprecated') === 'true';
      const those = IMAGES.filter(
        (image) =>
          (architecture === null || image.architecture === architecture) &&
          (all || image.deprecated === undefined),
      );
      return page('images', wanted(those, query).map(imageShape), query);
    },
    'GET /ssh_keys': ({ query }) => {
      const fingerprint = query.get('fingerprint');
      const those = keys.all.filter((key) => fingerprint === null || key.fingerprint === fingerprint);
      return page('ssh_keys', wanted(those, query), query);
    },
    'POST /ssh_keys': ({ body }) => {
      return { status: 201, body: { ssh_key: keys.add(body as { name: string }, clock.now()) } };
    },
    'GET /primary_ips': ({ query }) => page('primary_ips', [...ips.all.values()].map(ipShape), query),
    'GET /primary_ips/*': (_call, id) => {
      const ip = ips.all.get(Number(id));
      return ip ? { status: 200, body: { primary_ip: ipShape(ip) } } : refusal('not_found');
    },
    'GET /datacenters': () => refusal('deprecated_api_endpoint'),
  };

  function answer(call: Call): Reply {
    const token = call.headers.authorization;
    if (knobs.scope === 'none' || !token?.startsWith('Bearer ')) return refusal('unauthorized');
    if (knobs.scope === 'read' && call.method !== 'GET') return refusal('token_readonly');
    if (call.text !== '' && call.body === undefined) return refusal('json_error');
    const [, id = ''] = /\/(\d+)(?=\/|$)/.exec(call.path) ?? [];
    const operation = operations[`${call.method} ${call.path.replace(/\/\d+(?=\/|$)/, '/*')}`];
    if (!operation) return refusal('not_found');
    try {
      return operation(call, id);
    } catch (error) {
      if (error instanceof Refused) return error.reply;
      throw error;
    }
  }

  function billables(): Billable[] {
    const machines = [...servers.all.values()].map(({ id, labels }) => {
      return { what: `server ${id}`, intent: labels['stowage-intent'] ?? null, owned: true };
    });
    const addresses = [...ips.all.values()].map(({ ip, server }) => {
      return { what: `address ${ip}`, intent: null, owned: server !== null };
    });
    return [...machines, ...addresses];
  }

  return {
    document: 'hetzner-cloud.openapi.json',
    base: '/v1',
    answer,
    refuse: refusal,
    tooMany: () => refusal('rate_limit_exceeded'),
    rateHeaders: ({ limit, remaining, fullAt }: Allowance) => ({
      'RateLimit-Limit': String(limit),
      'RateLimit-Remaining': String(remaining),
      'RateLimit-Reset': String(Math.ceil(fullAt / 1000)),
    }),
    billables,
    state: () => ({
      servers: [...servers.all.values()],
      ips: [...ips.all.values()].map(ipShape),
      keys: keys.all,
    }),
    servers,
    keys,
    ips,
  };
}

/** Those of a name, and of a label selector, where they are asked for. */
function wanted<T extends { name: string; labels?: Record<string, string> }>(
  all: readonly T[],
  query: URLSearchParams,
): T[] {
  const name = query.get('name');
  const selected = labelSelector(query.get('label_selector') ?? '');
  return all.filter((one) => (name === null || one.name === name) && selected(one.labels ?? {}));
}

function ipShape({ id, ip, type, location, labels, auto_delete, server, names }: PrimaryIp) {
  return {
    id,
    name: `primary_ip-${id}`,
    labels,
    created: '2026-01-01T00:00:00Z',
    blocked: false,
    location: locationShape(location),
    ip,
    dns_ptr: [...names].map(([of, dns_ptr]) => ({ ip: of, dns_ptr })),
    protection: { delete: false },
    type,
    auto_delete,
    assignee_type: server === null ? 'unassigned' : 'server',
    assignee_id: server,
  };
}
