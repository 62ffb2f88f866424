import type { Allowance } from '../bucket.ts';
import type { Call, Reply, Surroundings, Vendor } from '../vendor.ts';
import { billablesOf } from './billables.ts';
import {
  contractShape,
  IMAGES,
  imageShape,
  LOCATIONS,
  locationShape,
  TEMPLATES,
  templateShape,
} from './catalogue.ts';
import { dataCentreShape, DataCentres, lanShape } from './data-centres.ts';
import { ipBlockShape, IpBlocks } from './ip-blocks.ts';
import { addLabel, allLabels, labelsOf, setLabel } from './labels.ts';
import { page } from './page.ts';
import { refusal, Refused } from './refusal.ts';
import type { Request } from './requests.ts';
import { PUBLIC, Requests, requestShape, statusShape } from './requests.ts';
import { serverShape, volumeShape } from './server-shape.ts';
import { Servers } from './servers.ts';

/** IONOS Cloud, as much of it as machines need. */
export interface Ionos extends Vendor {
  readonly centres: DataCentres;
  readonly servers: Servers;
  readonly blocks: IpBlocks;
  readonly requests: Requests;
  /** The most that a list gives at once. */
  mostPerPage: number;
}

/** Opens a contract with a virtual data centre `acme` in `de/fra` and one in `de/txl`, each with a public LAN. */
export function openIonos(around: Surroundings): Ionos {
  const { knobs } = around;
  const centres = new DataCentres();
  const requests = new Requests(around);
  const servers = new Servers(around, requests, centres);
  const blocks = new IpBlocks(servers.all);
  for (const location of ['de/fra', 'de/txl'])
    centres.addLan(centres.add('acme', location), 'internet', true);

  const ok = (body: unknown): Reply => ({ status: 200, body });
  const accepted = ({ id }: Request, body?: unknown): Reply => {
    return {
      status: 202,
      ...(body !== undefined && { body }),
      headers: { location: `${PUBLIC}/requests/${id}/status` },
    };
  };
  const list = (path: string, all: readonly unknown[], { query }: Call) => {
    return page(path, all, query, vendor.mostPerPage);
  };
  const found = <T>(all: ReadonlyMap<string, T>, id: string): T => {
    const one = all.get(id);
    if (one === undefined) throw new Refused('404');
    return one;
  };
  const depthOf = ({ query }: Call) => Number(query.get('depth') ?? 0);
  const serverAt = (call: Call, centre: string, id: string) => {
    return servers.find(servers.all, centres.find(centre), id, call.method === 'GET');
  };

  type Handler = (call: Call, ...ids: string[]) => Reply;
  const operations: Readonly<Record<string, Handler>> = {
    'GET /datacenters': (call) => list('/datacenters', [...centres.all.values()].map(dataCentreShape), call),
    'GET /datacenters/*/servers': (call, centre) => {
      const those = servers.visible(servers.all, centres.find(centre));
      return list(
        call.path,
        those.map((server) => serverShape(server, servers, depthOf(call) - 1)),
        call,
      );
    },
    'POST /datacenters/*/servers': (call, centre) => {
      const { server, request } = servers.create(centres.find(centre), call);
      return accepted(request, serverShape(server, servers, depthOf(call)));
    },
    'GET /datacenters/*/servers/*': (call, ...ids) => {
      return ok(serverShape(serverAt(call, ids[0] ?? '', ids[1] ?? ''), servers, depthOf(call)));
    },
    'DELETE /datacenters/*/servers/*': (call, centre = '', id = '') => {
      return accepted(servers.remove(serverAt(call, centre, id), call));
    },
    'GET /datacenters/*/servers/*/labels': (call, centre = '', id = '') => {
      return list(call.path, labelsOf(serverAt(call, centre, id)), call);
    },
    'POST /datacenters/*/servers/*/labels': (call, centre = '', id = '') => {
      return { status: 201, body: addLabel(serverAt(call, centre, id), call.body) };
    },
    'PUT /datacenters/*/servers/*/labels/*': (call, centre = '', id = '', key = '') => {
      return ok(setLabel(serverAt(call, centre, id), key, call.body));
    },
    'GET /datacenters/*/volumes': (call, centre) => {
      return list(call.path, servers.visible(servers.volumes, centres.find(centre)).map(volumeShape), call);
    },
    'GET /datacenters/*/volumes/*': (_call, centre = '', id = '') => {
      return ok(volumeShape(servers.find(servers.volumes, centres.find(centre), id, true)));
    },
    'DELETE /datacenters/*/volumes/*': (call, centre = '', id = '') => {
      const volume = servers.find(servers.volumes, centres.find(centre), id, false);
      return accepted(servers.removeVolume(volume, call));
    },
    'GET /datacenters/*/lans': (call, centre) =>
      list(call.path, centres.find(centre).lans.map(lanShape), call),
    'POST /datacenters/*/lans': (call, id) => {
      const centre = centres.find(id);
      const { name = '', public: isPublic = false } = (
        call.body as { properties: { name?: string; public?: boolean } }
      ).properties;
      const lan = centres.addLan(centre, name, isPublic);
      const targets = [{ id: String(lan.id), type: 'lan' } as const];
      return accepted(
        requests.begin('create_lan', centre.location, call, targets, () => undefined),
        lanShape(lan),
      );
    },
    'GET /labels': () => {
      const items = [
        ...allLabels('server', servers.all.values()),
        ...allLabels('ipblock', blocks.all.values()),
      ];
      return ok({ id: 'labels', type: 'collection', items });
    },
    'GET /locations': () => ok({ id: 'locations', type: 'collection', items: LOCATIONS.map(locationShape) }),
    'GET /images/*': (_call, id) => {
      const image = IMAGES.find((one) => one.id === id);
      return image ? ok(imageShape(image)) : refusal('404');
    },
    'GET /templates/*': (_call, id) => {
      const template = TEMPLATES.find((one) => one.id === id);
      return template ? ok(templateShape(template)) : refusal('404');
    },
    'GET /contracts': () => {
      return ok({ id: 'contracts', type: 'collection', items: [contractShape(knobs, servers.used())] });
    },
    'GET /requests': (call) => list('/requests', requests.filtered(call.query).map(requestShape), call),
    'GET /requests/*': (_call, id = '') => ok(requestShape(requestAt(id))),
    'GET /requests/*/status': (_call, id = '') => ok(statusShape(requestAt(id))),
    'GET /ipblocks': (call) => {
      const all = [...blocks.all.values()].map((block) => ipBlockShape(block, blocks.consumers(block)));
      return list('/ipblocks', all, call);
    },
    'GET /ipblocks/*': (_call, id = '') => {
      const block = found(blocks.all, id);
      return ok(ipBlockShape(block, blocks.consumers(block)));
    },
    'GET /ipblocks/*/labels': (call, id = '') => list(call.path, labelsOf(found(blocks.all, id)), call),
    'POST /ipblocks/*/labels': ({ body }, id = '') => {
      return { status: 201, body: addLabel(found(blocks.all, id), body) };
    },
    'PUT /ipblocks/*/labels/*': ({ body }, id = '', key = '') =>
      ok(setLabel(found(blocks.all, id), key, body)),
    'DELETE /ipblocks/*': (call, id = '') => {
      const block = found(blocks.all, id);
      if (blocks.consumers(block).length > 0) throw new Refused('422', '[VDC-5-1080] the IP is still in use');
      const targets = [{ id, type: 'ipblock' } as const];
      return accepted(
        requests.begin('delete_ipblock', block.location, call, targets, (code) => {
          if (code === null) blocks.all.delete(id);
        }),
      );
    },
  };

  function requestAt(id: string): Request {
    const request = requests.visible().find((one) => one.id === id);
    if (!request) throw new Refused('404');
    return request;
  }

  function answer(call: Call): Reply {
    const token = call.headers.authorization;
    if (knobs.scope === 'none' || !token?.startsWith('Bearer ')) return refusal('401');
    if (knobs.scope === 'read' && call.method !== 'GET') return refusal('403');
    if (call.text !== '' && call.body === undefined) return refusal('400');
    for (const [operation, handler] of Object.entries(operations)) {
      const ids = matched(operation, call);
      if (!ids) continue;
      try {
        return handler(call, ...ids);
      } catch (error) {
        if (error instanceof Refused) return error.reply;
        throw error;
      }
    }
    return refusal('404');
  }

  const vendor: Ionos = {
    document: 'ionos-cloud-v6.openapi.json',
    base: '/cloudapi/v6',
    answer,
    refuse: refusal,
    tooMany: (allowance) => ({
      ...refusal('429'),
      headers: { ...rateHeaders(allowance), 'retry-after': '1' },
    }),
    rateHeaders,
    billables: () => billablesOf(servers, blocks),
    state: () => ({
      datacenters: [...centres.all.values()],
      servers: [...servers.all.values()].map((server) => serverShape(server, servers, 3)),
      volumes: [...servers.volumes.values()].map(volumeShape),
      requests: [...requests.all.values()],
      ipblocks: [...blocks.all.values()],
    }),
    centres,
    servers,
    blocks,
    requests,
    mostPerPage: 1000,
  };

  function rateHeaders({ limit, remaining }: Allowance) {
    return {
      'X-RateLimit-Limit': String(Math.round((knobs.bucket?.perSecond ?? 0) * 60)),
      'X-RateLimit-Burst': String(limit),
      'X-RateLimit-Remaining': String(remaining),
    };
  }
  return vendor;
}

/** The ids in the path of a call, where it is of this operation. */
function matched(operation: string, { method, path }: Call): string[] | null {
  const [verb, pattern = ''] = operation.split(' ');
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (verb !== method || wanted.length !== given.length) return null;
  const fits = wanted.every((part, at) => part === '*' || part === given[at]);
  return fits ? given.filter((_part, at) => wanted[at] === '*').map(decodeURIComponent) : null;
}
