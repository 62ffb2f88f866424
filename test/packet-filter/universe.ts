import fc from 'fast-check';
import type { DeclaredRule } from '../../src/packet-filter/read-rule.ts';

/** A packet of a universe so small that every one of them can be tried. */
export interface Packet {
  readonly family: 4 | 6;
  readonly protocol: 'tcp' | 'udp' | 'icmp' | 'other';
  readonly source: number;
  readonly destination: number;
  readonly port: number;
}

type Spec = DeclaredRule['spec'];

const PORTS = [1, 2, 3, 65_535];
const SOURCES = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const DESTINATIONS = [0, 1, 2, 3, 4];

/** Every packet: the last port, source and destination stand for all that no rule names. */
export const PACKETS: readonly Packet[] = ([4, 6] as const).flatMap((family) =>
  (['tcp', 'udp', 'icmp', 'other'] as const).flatMap((protocol) =>
    SOURCES.flatMap((source) =>
      DESTINATIONS.flatMap((destination) =>
        PORTS.map((port) => ({ family, protocol, source, destination, port })),
      ),
    ),
  ),
);

/** Networks of a family by the low bits they leave open: `side/0` is everything. */
const side = (family: 4 | 6, most: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(most), fc.constantFrom(0, 1, 2))
    .map(([low, open]) =>
      family === 4
        ? `10.0.0.${(low >> open) << open}/${32 - open}`
        : `fd00::${(low >> open) << open}/${128 - open}`,
    );

const spec: fc.Arbitrary<Spec> = fc.constantFrom(4 as const, 6 as const).chain((family) =>
  fc.record({
    action: fc.constantFrom('ALLOW' as const, 'DENY' as const),
    protocol: fc.constantFrom('tcp' as const, 'udp' as const, 'icmp' as const, 'all' as const),
    source: fc.oneof(fc.constant('any'), side(family, 6)),
    destination: fc.oneof(fc.constant('any'), fc.constant('any'), side(family, 2)),
    portStart: fc.constantFrom(0, 0, 1, 2, 3),
    portEnd: fc.constantFrom(0, 0, 2, 3, 65_535),
    priority: fc.constantFrom(10, 20, 30, 40),
    direction: fc.constant('in' as const),
  }),
);

const meant = ({ protocol, portStart, portEnd }: Spec): boolean =>
  portStart === 0 ? portEnd === 0 : protocol !== 'icmp' && (portEnd === 0 || portEnd >= portStart);

/** Up to eight rules that have a meaning. */
export const someRules: fc.Arbitrary<readonly DeclaredRule[]> = fc
  .array(spec.filter(meant), { minLength: 1, maxLength: 8 })
  .map((specs) => specs.map((one, nth) => ({ metadata: { name: `r${nth}` }, spec: one })));

/** Tells whether a rule matches a packet, read as a person reads it. */
export function matches(
  { spec: { protocol, source, destination, portStart, portEnd } }: DeclaredRule,
  packet: Packet,
) {
  const ported = packet.protocol === 'tcp' || packet.protocol === 'udp';
  if (protocol !== 'all' && protocol !== packet.protocol) return false;
  if (portStart !== 0) {
    if (!ported) return false;
    if (packet.port < portStart || packet.port > (portEnd === 0 ? portStart : portEnd)) return false;
  }
  return (
    within(source, packet.family, packet.source) && within(destination, packet.family, packet.destination)
  );
}

function within(network: string, family: 4 | 6, low: number): boolean {
  if (network === 'any') return true;
  const parts = /^(?:10\.0\.0\.|fd00::)(\d+)\/(\d+)$/.exec(network);
  if (!parts || network.includes(':') !== (family === 6)) return false;
  const open = (family === 4 ? 32 : 128) - Number(parts[2]);
  return low >> open === Number(parts[1]) >> open;
}

/** Tried first to last. */
export function inOrder(rules: readonly DeclaredRule[]): DeclaredRule[] {
  return [...rules].sort(
    (a, b) => a.spec.priority - b.spec.priority || (a.metadata.name < b.metadata.name ? -1 : 1),
  );
}

/** The first rule that matches. */
export function decider(ordered: readonly DeclaredRule[], packet: Packet): DeclaredRule | undefined {
  return ordered.find((rule) => matches(rule, packet));
}
