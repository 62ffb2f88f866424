import type { VirtualClock } from '../clock.ts';
import { Refused } from './refusal.ts';

/** What a server was told to start with next. */
interface Boot {
  readonly authorized: readonly object[];
  readonly hostKeys: readonly object[];
}

export interface Server {
  readonly number: number;
  readonly product: string;
  readonly place: string;
  readonly hasIpv4: boolean;
  name: string;
  /** The rescue system it starts next; null where it starts what is installed. */
  next: Boot | null;
  last: Boot | null;
  /** How often it was reset. */
  resets: number;
  /** YYYY-MM-DD; null where it is not cancelled. */
  cancelledTo: string | null;
}

const DAY_MS = 24 * 3_600_000;
/** How far away the earliest day of a cancellation is. */
const NOTICE_DAYS = 30;

/** The servers of the account. */
export class Servers {
  readonly all = new Map<number, Server>();
  /** The MD5 fingerprint of the host key of every rescue system. */
  rescueFingerprint = '15:28:b0:03:95:f0:77:b3:10:56:15:6b:77:22:a5:bb';
  /** What happens when one is reset. */
  onReset: (server: Server, boots: 'rescue' | 'system') => void = () => undefined;
  readonly #clock: VirtualClock;
  #count = 0;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  add(product: string, place: string, hasIpv4: boolean, name = ''): Server {
    const number = 321_000 + ++this.#count;
    const fresh = { next: null, last: null, resets: 0, cancelledTo: null };
    const server: Server = { number, product, place, hasIpv4, name, ...fresh };
    this.all.set(number, server);
    return server;
  }

  find(number: string): Server {
    const server = this.all.get(Number(number));
    if (!server) throw new Refused('SERVER_NOT_FOUND');
    return server;
  }

  earliest(): string {
    return dayOf(this.#clock.now() + NOTICE_DAYS * DAY_MS);
  }

  cancel(server: Server, form: URLSearchParams): void {
    if (server.cancelledTo !== null) throw new Refused('CONFLICT');
    const asked = form.get('cancellation_date') ?? '';
    const day = asked === 'now' ? dayOf(this.#clock.now()) : asked;
    if (!/^\d{4}-\d\d-\d\d$/.test(day) || (asked !== 'now' && day < this.earliest())) {
      throw new Refused('INVALID_INPUT', { invalid: ['cancellation_date'] });
    }
    if (!form.has('reserve_location')) throw new Refused('INVALID_INPUT', { missing: ['reserve_location'] });
    server.cancelledTo = day;
    const end = Date.parse(`${day}T00:00:00Z`) + DAY_MS;
    this.#clock.after(Math.max(0, end - this.#clock.now()), () => this.all.delete(server.number));
  }

  activate(server: Server, authorized: readonly object[]): void {
    if (server.next) throw new Refused('BOOT_ALREADY_ENABLED');
    const key = { fingerprint: this.rescueFingerprint, type: 'ED25519', size: 256 };
    server.next = { authorized, hostKeys: [{ key }] };
    server.last = server.next;
  }

  reset(server: Server): void {
    const boots = server.next ? 'rescue' : 'system';
    server.next = null;
    server.resets++;
    this.onReset(server, boots);
  }
}

export function ipv4Of({ number, hasIpv4 }: Server): string | null {
  // RFC 2544's range, which nobody has.
  return hasIpv4 ? `198.18.${(number >> 8) & 255}.${number & 255}` : null;
}

const ipv6Of = ({ number }: Server): string =>
  `2001:db8:${(number >> 16).toString(16)}:${(number & 65535).toString(16)}::`;

/** A server as the API tells it; the document has its address as a text, so one without is not among the shapes. */
export function serverShape(server: Server) {
  const ip = ipv4Of(server);
  return {
    ...(ip !== null && { server_ip: ip }),
    server_ipv6_net: ipv6Of(server),
    server_number: server.number,
    server_name: server.name,
    product: server.product,
    dc: `${server.place}-DC14`,
    traffic: 'unlimited',
    status: 'ready',
    cancelled: server.cancelledTo !== null,
    paid_until: '2026-12-31',
    ip: ip === null ? [] : [ip],
    subnet: [{ ip: ipv6Of(server), mask: '64' }],
  };
}

export function rescueShape(server: Server, boot: Boot | null) {
  return {
    ...(ipv4Of(server) !== null && { server_ip: ipv4Of(server) }),
    server_ipv6_net: ipv6Of(server),
    server_number: server.number,
    os: boot ? 'linux' : ['linux', 'vkvm'],
    arch: boot ? 64 : [64],
    active: boot !== null && boot === server.next,
    password: null,
    authorized_key: boot?.authorized ?? [],
    host_key: boot?.hostKeys ?? [],
  };
}

export function cancellationShape(server: Server, earliest: string) {
  return {
    server_ip: ipv4Of(server) ?? undefined,
    server_number: server.number,
    server_name: server.name,
    earliest_cancellation_date: server.cancelledTo ?? earliest,
    cancelled: server.cancelledTo !== null,
    reservation_possible: true,
    reserved: false,
    cancellation_date: server.cancelledTo,
  };
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
