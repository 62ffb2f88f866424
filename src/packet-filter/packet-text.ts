import { BITS } from '../model/ip/ip-address.ts';
import { ipText } from '../model/ip/ip-text.ts';
import type { Box, Family, Span } from './box.ts';
import { EVERY_PORT, PROTOCOLS } from './box.ts';

/** Describes one packet of a box, `tcp 22 from 10.0.0.0 to 203.0.113.7`; what may be anything is left out. */
export function packetText({ family, spans: [protocol, source, destination, port] }: Box): string {
  const name = PROTOCOLS[Number(protocol.first)] ?? 'other';
  const anyPort = port.first === EVERY_PORT.first && port.last === EVERY_PORT.last;
  const ported = name === 'tcp' || name === 'udp';
  return [
    name,
    ...(ported && !anyPort ? [`${port.first}`] : []),
    ...side('from', source, family),
    ...side('to', destination, family),
    ...(isWhole(source, family) && isWhole(destination, family) ? [`over IPv${family}`] : []),
  ].join(' ');
}

function side(word: string, span: Span, family: Family): string[] {
  return isWhole(span, family) ? [] : [word, ipText({ family, value: span.first })];
}

function isWhole({ first, last }: Span, family: Family): boolean {
  return first === 0n && last === (1n << BigInt(BITS[family])) - 1n;
}
