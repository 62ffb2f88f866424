import { createHash } from 'node:crypto';

const LONGEST = 63;
const HASH = 12;

/** The name of a Host's server, the same for the same Host: a hostname of at most 63 characters. */
export function serverName(host: string): string {
  if (host.length <= LONGEST) return host;
  const hash = createHash('sha256').update(host).digest('hex').slice(0, HASH);
  const start = host.slice(0, LONGEST - HASH - 1).replace(/[.-]+$/, '');
  return `${start}-${hash}`;
}
