import { Refused } from './refusal.ts';

export interface PrimaryIp {
  readonly id: number;
  readonly type: 'ipv4' | 'ipv6';
  /** An address, or a /64. */
  readonly ip: string;
  readonly location: string;
  readonly labels: Record<string, string>;
  auto_delete: boolean;
  server: number | null;
  /** Reverse names by address. */
  readonly names: Map<string, string>;
}

/** Public addresses; each costs money as long as it is there. */
export class PrimaryIps {
  readonly all = new Map<number, PrimaryIp>();
  #count = 0;

  /** Makes one for a server, which takes it along when it goes. */
  add(type: PrimaryIp['type'], location: string, server: number): PrimaryIp {
    const nth = ++this.#count;
    // Ranges that are kept for documentation: RFC 2544's, as it is the largest of IPv4, and RFC 3849's.
    const ip =
      type === 'ipv4'
        ? `198.${18 + ((nth >> 16) & 1)}.${(nth >> 8) & 255}.${nth & 255}`
        : `2001:db8:${(nth >> 16).toString(16)}:${(nth & 65535).toString(16)}::/64`;
    const address: PrimaryIp = {
      id: 5_000_000 + nth,
      type,
      ip,
      location,
      labels: {},
      auto_delete: true,
      server,
      names: new Map(
        type === 'ipv4' ? [[ip, `static.${ip.split('.').reverse().join('.')}.clients.example`]] : [],
      ),
    };
    this.all.set(address.id, address);
    return address;
  }

  of(server: number): PrimaryIp[] {
    return [...this.all.values()].filter((ip) => ip.server === server);
  }

  /** A server is gone. */
  release(server: number): void {
    for (const ip of this.of(server)) {
      if (ip.auto_delete) this.all.delete(ip.id);
      else ip.server = null;
    }
  }

  setName(server: number, address: string, name: string | null): void {
    const ip = this.of(server).find((one) =>
      one.type === 'ipv4' ? one.ip === address : address.startsWith(one.ip.replace('::/64', '')),
    );
    if (!ip) throw new Refused('invalid_input', 'the address is not of this server', ['ip']);
    if (name === null) ip.names.delete(address);
    else ip.names.set(address, name);
  }
}

export function ipv4Shape({ id, ip, names }: PrimaryIp) {
  return { id, ip, blocked: false, dns_ptr: names.get(ip) ?? '' };
}

export function ipv6Shape({ id, ip, names }: PrimaryIp) {
  return { id, ip, blocked: false, dns_ptr: [...names].map(([of, dns_ptr]) => ({ ip: of, dns_ptr })) };
}
