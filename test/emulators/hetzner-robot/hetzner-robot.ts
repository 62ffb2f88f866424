import type { Allowance } from '../bucket.ts';
import type { Billable, Call, Reply, Surroundings, Vendor } from '../vendor.ts';
import { Keys, referenceTo } from './keys.ts';
import type { Order } from './orders.ts';
import { Orders } from './orders.ts';
import { productIds, productShape } from './products.ts';
import { refusal, Refused } from './refusal.ts';
import { cancellationShape, rescueShape, Servers, serverShape } from './servers.ts';

/** Hetzner Robot, as much of it as machines need. */
export interface HetznerRobot extends Vendor {
  readonly keys: Keys;
  readonly orders: Orders;
  readonly servers: Servers;
  /** Reverse names by address. */
  readonly names: Map<string, string>;
}

const BLOCKED_MS = 10 * 60_000;
const FAILED_LOGINS = 3;
const ok = (body: unknown): Reply => ({ status: 200, body });

/** Opens an account that has nothing in it. */
export function openHetznerRobot(around: Surroundings): HetznerRobot {
  const { clock, knobs } = around;
  const keys = new Keys();
  const servers = new Servers(clock);
  const orders = new Orders(around, keys, servers);
  const names = new Map<string, string>();
  let failedLogins = 0;
  let blockedUntil = 0;

  const told = (order: Order) => ({ transaction: orders.shape(order) });
  const listed = (list: readonly unknown[]): Reply => (list.length > 0 ? ok(list) : refusal('NOT_FOUND'));

  type Handler = (of: string, form: URLSearchParams) => Reply;
  /** By method and path; a `*` is one segment, which the handler is given. */
  const operations: Readonly<Record<string, Handler>> = {
    'GET /order/server/product': () =>
      listed(productIds().map((id) => ({ product: productShape(id, knobs) }))),
    'GET /order/server/product/*': (id) => {
      const product = productShape(id, knobs);
      return product ? ok({ product }) : refusal('NOT_FOUND');
    },
    'GET /order/server/transaction': () => listed(orders.visible().map(told)),
    'GET /order/server/transaction/*': (id) => ok(told(orders.find(id))),
    'POST /order/server/transaction': (_of, form) => ({ status: 201, body: told(orders.place(form)) }),
    'GET /key': () => listed([...keys.all.values()].map((key) => ({ key }))),
    'POST /key': (_of, form) => ({ status: 201, body: { key: keys.add(form, clock.now()) } }),
    'GET /key/*': (fingerprint) => ok({ key: keys.find(fingerprint) }),
    'POST /key/*': (fingerprint, form) => {
      const key = keys.find(fingerprint);
      key.name = form.get('name') ?? key.name;
      return ok({ key });
    },
    'DELETE /key/*': (fingerprint) => {
      keys.all.delete(keys.find(fingerprint).fingerprint);
      return { status: 204 };
    },
    'GET /server': () => listed([...servers.all.values()].map((server) => ({ server: serverShape(server) }))),
    'GET /server/*': (number) => ok({ server: serverShape(servers.find(number)) }),
    'POST /server/*': (number, form) => {
      const server = servers.find(number);
      server.name = form.get('server_name') ?? server.name;
      return ok({ server: serverShape(server) });
    },
    'GET /server/*/cancellation': (number) =>
      ok({ cancellation: cancellationShape(servers.find(number), servers.earliest()) }),
    'POST /server/*/cancellation': (number, form) => {
      const server = servers.find(number);
      servers.cancel(server, form);
      return ok({ cancellation: cancellationShape(server, servers.earliest()) });
    },
    'GET /boot/*/rescue': (number) => {
      const server = servers.find(number);
      return ok({ rescue: rescueShape(server, server.next) });
    },
    'GET /boot/*/rescue/last': (number) => {
      const server = servers.find(number);
      return server.last ? ok({ rescue: rescueShape(server, server.last) }) : refusal('NOT_FOUND');
    },
    'POST /boot/*/rescue': (number, form) => {
      const server = servers.find(number);
      const authorized = form.getAll('authorized_key').map((one) => referenceTo(keys.find(one)));
      servers.activate(server, authorized);
      return ok({ rescue: rescueShape(server, server.next) });
    },
    'DELETE /boot/*/rescue': (number) => {
      const server = servers.find(number);
      server.next = null;
      return ok({ rescue: rescueShape(server, null) });
    },
    'GET /reset/*': (number) =>
      ok({ reset: { server_number: servers.find(number).number, type: ['sw', 'hw', 'man'] } }),
    'POST /reset/*': (number, form) => {
      servers.reset(servers.find(number));
      return ok({ reset: { type: form.get('type') } });
    },
    'POST /rdns/*': (ip, form) => {
      names.set(ip, form.get('ptr') ?? '');
      // RFC 5952's addresses; the document has only IPv4 ones there.
      return ok({ rdns: { ...(ip.includes(':') ? {} : { ip }), ptr: names.get(ip) } });
    },
  };

  function answer({ method, path, headers, body }: Call): Reply {
    if (clock.now() < blockedUntil) return refusal('UNAUTHORIZED');
    if (knobs.scope === 'none' || !headers.authorization?.startsWith('Basic ')) {
      if (++failedLogins >= FAILED_LOGINS) blockedUntil = clock.now() + BLOCKED_MS;
      return refusal('UNAUTHORIZED');
    }
    failedLogins = 0;
    const found = routeOf(operations, `${method} ${path}`);
    if (!found) return refusal('NOT_FOUND');
    try {
      return found.operation(found.of, body instanceof URLSearchParams ? body : new URLSearchParams());
    } catch (error) {
      if (error instanceof Refused) return error.reply;
      throw error;
    }
  }

  /** An order costs as long as it is not cancelled and its server is there. */
  function billables(): Billable[] {
    const standing = orders.all.filter(({ status, server }) => {
      return status === 'in process' || (server !== null && servers.all.has(server));
    });
    return standing.map(({ id, keys: [first] }) => {
      const intent = /^stowage-([^.]+)/.exec(first?.key.name ?? '')?.[1] ?? null;
      return { what: `order ${id}`, intent, owned: intent !== null };
    });
  }

  return {
    document: 'hetzner-robot.openapi.json',
    base: '',
    answer,
    refuse: (code) => refusal(code),
    tooMany: ({ limit }: Allowance) => {
      const interval = Math.ceil(limit / (knobs.bucket?.perSecond ?? 1));
      return refusal('RATE_LIMIT_EXCEEDED', { max_request: limit, interval });
    },
    rateHeaders: () => ({}),
    billables,
    state: () => ({ orders: orders.all, servers: [...servers.all.values()], keys: [...keys.all.values()] }),
    keys,
    orders,
    servers,
    names,
  };
}

function routeOf<T>(operations: Readonly<Record<string, T>>, asked: string) {
  const given = asked.split('/');
  for (const [pattern, operation] of Object.entries(operations)) {
    const wanted = pattern.split('/');
    const fits =
      wanted.length === given.length && wanted.every((one, at) => one === '*' || one === given[at]);
    if (fits) return { operation, of: decodeURIComponent(given[wanted.indexOf('*')] ?? '') };
  }
  return null;
}
