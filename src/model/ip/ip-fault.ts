import { isIP, SocketAddress } from 'node:net';
import { BITS, parseIp } from './ip-address.ts';
import { parseNetwork } from './ip-network.ts';

/** Why a text is no strict literal, and what to write instead. */
export interface IpFault {
  readonly message: string;
  readonly hint: string;
}

/** Tells what keeps a text from being an address: `parseIp` decides, this explains. */
export function addressFault(text: string): IpFault | undefined {
  if (parseIp(text)) return undefined;
  if (text.includes('%')) {
    return fault(
      text,
      'has a zone id, which means something on one machine only',
      `write ${text.split('%')[0]}`,
    );
  }
  if (isIP(text) === 6) return mappedFault(text);
  if (text.includes('/'))
    return fault(text, 'has a prefix length', 'write the address alone, and the network in cidr');
  if (/^\d+(\.\d+){3}$/.test(text)) return dottedFault(text);
  return fault(text, 'is neither an IPv4 nor an IPv6 address', 'write it like 203.0.113.10 or 2001:db8::10');
}

/** Tells what keeps a text from being a network in CIDR notation. */
export function cidrFault(text: string): IpFault | undefined {
  const [address = '', prefix, ...more] = text.split('/');
  if (prefix !== undefined && parseNetwork(text)) return undefined;
  const inAddress = addressFault(address);
  if (inAddress) return inAddress;
  const family = isIP(address) === 4 ? 4 : 6;
  const bits = BITS[family];
  if (prefix === undefined)
    return fault(text, 'has no prefix length', `write it like ${address}/${family === 4 ? 24 : 64}`);
  if (more.length > 0 || !/^(0|[1-9]\d*)$/.test(prefix)) {
    return fault(
      text,
      'has a prefix length that is no number',
      `write /0 to /${bits}, without leading zeros`,
    );
  }
  return fault(
    text,
    `has a prefix longer than the ${bits} bits of an IPv${family} address`,
    `write /0 to /${bits}`,
  );
}

/** Tells what keeps a text from being an address or a network, where either may stand. */
export function rangeFault(text: string): IpFault | undefined {
  return text.includes('/') ? cidrFault(text) : addressFault(text);
}

/** One IPv4 address would have two spellings, and two rules could miss each other. */
function mappedFault(text: string): IpFault {
  const { address } = new SocketAddress({ address: text, family: 'ipv6' });
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (mapped) return fault(text, 'is an IPv4 address inside an IPv6 one', `write ${mapped}`);
  return fault(text, 'writes part of an IPv6 address in decimal', 'write it in hexadecimal');
}

function dottedFault(text: string): IpFault {
  const parts = text.split('.');
  if (parts.some((part) => Number(part) > 255))
    return fault(text, 'has a part above 255', 'each part is 0 to 255');
  return fault(
    text,
    'has a part with a leading zero, which some programs read as octal',
    `write ${parts.map(Number).join('.')} if decimal is meant`,
  );
}

function fault(text: string, problem: string, hint: string): IpFault {
  return { message: `${JSON.stringify(text)} ${problem}`, hint };
}
