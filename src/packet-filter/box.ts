import type { IpNetwork } from '../model/ip/ip-network.ts';
import { BITS } from '../model/ip/ip-address.ts';

/** Everything from `first` to `last`, both included. */
export interface Span {
  readonly first: bigint;
  readonly last: bigint;
}

/** What tells packets of one family apart, in the order of a box's spans. */
export const DIMENSIONS = ['protocol', 'source', 'destination', 'port'] as const;

/** The protocols by their number in a span; `other` is every protocol that is none of the three. */
export const PROTOCOLS = ['tcp', 'udp', 'icmp', 'other'] as const;

export type Family = 4 | 6;

/** All packets of one family within four spans, in the order of DIMENSIONS. */
export interface Box {
  readonly family: Family;
  readonly spans: readonly [protocol: Span, source: Span, destination: Span, port: Span];
}

/** Ports 1 to 65535. A packet of a protocol without ports counts as one of every port. */
export const EVERY_PORT: Span = { first: 1n, last: 65_535n };

/** Traffic in one family. `all` with ports is TCP and UDP; null stands for every address, and for every port. */
export function boxOf(
  family: Family,
  protocol: 'tcp' | 'udp' | 'icmp' | 'all',
  source: IpNetwork | null,
  destination: IpNetwork | null,
  port: Span | null,
): Box {
  const every: Span = { first: 0n, last: (1n << BigInt(BITS[family])) - 1n };
  return {
    family,
    spans: [protocolsOf(protocol, port !== null), source ?? every, destination ?? every, port ?? EVERY_PORT],
  };
}

function protocolsOf(protocol: 'tcp' | 'udp' | 'icmp' | 'all', hasPorts: boolean): Span {
  if (protocol === 'all') return { first: 0n, last: hasPorts ? 1n : 3n };
  const number = BigInt(PROTOCOLS.indexOf(protocol));
  return { first: number, last: number };
}

export function boxesOverlap(a: Box, b: Box): boolean {
  if (a.family !== b.family) return false;
  // Ports are last and tell most boxes apart.
  for (let side = a.spans.length - 1; side >= 0; side--) {
    const [one, other] = [a.spans[side] as Span, b.spans[side] as Span];
    if (one.first > other.last || other.first > one.last) return false;
  }
  return true;
}

/** What two boxes have in common; null where that is nothing. */
export function intersectionOf(a: Box, b: Box): Box | null {
  if (!boxesOverlap(a, b)) return null;
  const spans = a.spans.map((span, at) => common(span, b.spans[at] as Span));
  const [protocol, source, destination, port] = spans as [Span, Span, Span, Span];
  return { family: a.family, spans: [protocol, source, destination, port] };
}

function common(a: Span, b: Span): Span {
  return { first: a.first > b.first ? a.first : b.first, last: a.last < b.last ? a.last : b.last };
}

/** Tells whether all of `inner` lies in `outer`. */
export function boxContains(outer: Box, inner: Box): boolean {
  return (
    outer.family === inner.family &&
    outer.spans.every(({ first, last }, at) => {
      const span = inner.spans[at] as Span;
      return first <= span.first && span.last <= last;
    })
  );
}
