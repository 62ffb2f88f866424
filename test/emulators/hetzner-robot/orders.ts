import type { Surroundings } from '../vendor.ts';
import { referenceTo } from './keys.ts';
import type { Keys } from './keys.ts';
import { productShape } from './products.ts';
import { Refused } from './refusal.ts';
import type { Servers } from './servers.ts';
import { ipv4Of } from './servers.ts';

export interface Order {
  readonly id: string;
  readonly at: number;
  readonly product: string;
  readonly place: string;
  /** As they were called when it was placed. */
  readonly keys: readonly ReturnType<typeof referenceTo>[];
  readonly addons: readonly string[];
  status: 'in process' | 'ready' | 'cancelled';
  server: number | null;
}

const DAY_MS = 24 * 3_600_000;
const WINDOW_DAYS = 30;
const ORDERS_A_DAY = 20;
/** How long a delivery takes where no knob says otherwise, in milliseconds. */
const TAKES_MS = 20;

/** The orders of the account: `in process`, then `ready` with a server, or `cancelled`. */
export class Orders {
  readonly all: Order[] = [];
  readonly #around: Surroundings;
  readonly #keys: Keys;
  readonly #servers: Servers;

  constructor(around: Surroundings, keys: Keys, servers: Servers) {
    this.#around = around;
    this.#keys = keys;
    this.#servers = servers;
  }

  /** Those that can be seen: of the last 30 days, and older than the lag. */
  visible(): Order[] {
    const { clock, knobs } = this.#around;
    const age = (at: number) => clock.now() - at;
    return this.all.filter(({ at }) => age(at) >= knobs.lagMs && age(at) < WINDOW_DAYS * DAY_MS);
  }

  find(id: string): Order {
    const order = this.visible().find((one) => one.id === id);
    if (!order) throw new Refused('NOT_FOUND');
    return order;
  }

  place(form: URLSearchParams): Order {
    const { clock, knobs } = this.#around;
    if (form.has('comment')) throw new Refused('INVALID_INPUT', { invalid: ['comment'] });
    const product = productShape(form.get('product_id') ?? '', knobs);
    if (!product) throw new Refused('NOT_FOUND');
    const place = form.get('location') ?? product.location[0] ?? '';
    if (!product.location.includes(place)) throw new Refused('INVALID_INPUT', { invalid: ['location'] });
    const addons = form.getAll('addon[]');
    const strange = addons.filter((addon) => !product.orderable_addons.some(({ id }) => id === addon));
    if (strange.length > 0) throw new Refused('INVALID_INPUT', { invalid: ['addon'] });
    const isTest = form.get('test') === 'true';
    const today = this.all.filter(({ at }) => clock.now() - at < DAY_MS).length;
    const most = knobs.quota['orders'] ?? ORDERS_A_DAY;
    if (!isTest && today >= most) {
      throw new Refused('RATE_LIMIT_EXCEEDED', { max_request: most, interval: DAY_MS / 1000 });
    }
    const keys = form
      .getAll('authorized_key[]')
      .map((fingerprint) => referenceTo(this.#keys.find(fingerprint)));
    const order: Order = {
      id: `B${new Date(clock.now()).toISOString().slice(0, 10).replaceAll('-', '')}-${1000 + this.all.length}`,
      at: clock.now(),
      product: product.id,
      place,
      keys,
      addons,
      status: 'in process',
      server: null,
    };
    if (!isTest) this.#carryOut(order);
    return order;
  }

  #carryOut(order: Order): void {
    const { clock, knobs } = this.#around;
    this.all.push(order);
    const stock = `${order.product}@${order.place}`;
    if (knobs.stock[stock] !== undefined) knobs.stock[stock]--;
    clock.after(knobs.takesMs['order'] ?? TAKES_MS, () => {
      const isVain = (knobs.endsIn[`order@${order.place}`] ?? knobs.endsIn['order']) !== undefined;
      order.status = isVain ? 'cancelled' : 'ready';
      if (isVain) return;
      order.server = this.#servers.add(
        order.product,
        order.place,
        order.addons.includes('primary_ipv4'),
      ).number;
    });
  }

  /** An order as the API tells it. */
  shape({ id, at, status, product, place, keys, addons, server }: Order) {
    const found = server === null ? undefined : this.#servers.all.get(server);
    return {
      id,
      date: new Date(at).toISOString(),
      status,
      server_number: server,
      server_ip: found ? ipv4Of(found) : null,
      authorized_key: keys,
      host_key: [],
      comment: null,
      product: { id: product, location: place },
      addons,
    };
  }
}
