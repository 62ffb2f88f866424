import { isIP } from 'node:net';
import { canonicalIp } from '../../model/canonical-ip.ts';

/** Why a text is no strict literal, and what to write instead. */
export interface IpFault {
  readonly message: string;
  readonly hint: string;
}

/** Tells what keeps a text from being an address: `node:net` decides, this explains. */
export function addressFault(text: string): IpFault | undefined {
  const family = isIP(text);
  if (family === 4) return undefined;
  if (text.includes('%')) {
    return fault(
      text,
      'has a zone id, which means something on one machine only',
      `write ${text.split('%')[0]}`,
    );
  }
  if (family === 6) return mappedFault(text);
  if (text.includes('/'))
    return fault(text, 'has a prefix length', 'write the address alone, and the network in cidr');
  if (/^\d+(\.\d+){3}$/.test(text)) return dottedFault(text);
  return fault(text, 'is neither an IPv4 nor an IPv6 address', 'write it like 203.0.113.10 or 2001:db8::10');
}

/** Tells what keeps a text from being a network in CIDR notation. */
export function cidrFault(text: string): IpFault | undefined {
  const [address = '', prefix, ...more] = text.split('/');
  const inAddress = addressFault(address);
  if (inAddress) return inAddress;
  const bits = isIP(address) === 4 ? 32 : 128;
  if (prefix === undefined)
    return fault(text, 'has no prefix length', `write it like ${address}/${bits === 32 ? 24 : 64}`);
  if (more.length > 0 || !/^(0|[1-9]\d*)$/.test(prefix)) {
    return fault(
      text,
      'has a prefix length that is no number',
      `write /0 to /${bits}, without leading zeros`,
    );
  }
  if (Number(prefix) <= bits) return undefined;
  return fault(
    text,
    `has a prefix longer than the ${bits} bits of an IPv${bits === 32 ? 4 : 6} address`,
    `write /0 to /${bits}`,
  );
}

/** One IPv4 address would have two spellings, and two rules could miss each other. */
function mappedFault(text: string): IpFault | undefined {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(canonicalIp(text))?.[1];
  if (mapped) return fault(text, 'is an IPv4 address inside an IPv6 one', `write ${mapped}`);
  return text.includes('.')
    ? fault(text, 'writes part of an IPv6 address in decimal', 'write it in hexadecimal')
    : undefined;
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
