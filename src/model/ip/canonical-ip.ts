import { parseIp } from './ip-address.ts';
import { ipText } from './ip-text.ts';

/** Brings an address or a network in CIDR notation to the spelling of RFC 5952; other text stays as it is. */
export function canonicalIp(text: string): string {
  const slash = text.indexOf('/');
  const ip = parseIp(slash < 0 ? text : text.slice(0, slash));
  if (!ip) return text;
  return slash < 0 ? ipText(ip) : ipText(ip) + text.slice(slash);
}
