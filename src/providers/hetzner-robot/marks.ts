import type { Marker } from '../../model/machine.ts';

const PLAIN = /^(?!x--)[A-Za-z0-9-]+$/;
const NAME = /^(?<host>.+)\.stowage\.(?<fleet>[^.]+)\.(?<intent>[^.]+)\.(?<uid>[^.]+)$/;

/** A text as a part of a name between dots; what cannot stand there goes in hexadecimal. */
export function toPart(text: string): string {
  return PLAIN.test(text) ? text : `x--${Buffer.from(text).toString('hex')}`;
}

/** The text of such a part. */
export function fromPart(part: string): string {
  return part.startsWith('x--') ? Buffer.from(part.slice(3), 'hex').toString('utf8') : part;
}

/**
 * The name a server of ours has in Robot, which has no labels: the Host's, then its mark. What may stand in a name is
 * documented nowhere; these are letters, digits, dots and hyphens.
 */
export function serverName(host: string, { fleet, intent, uid }: Marker): string {
  return [host, 'stowage', toPart(fleet), toPart(intent), toPart(uid)].join('.');
}

/** What a server's name says; null where it is none of ours. */
export function markOf(name: string): { readonly host: string; readonly marker: Marker } | null {
  const { host, fleet, intent, uid } = NAME.exec(name)?.groups ?? {};
  if (host === undefined || fleet === undefined || intent === undefined || uid === undefined) return null;
  return { host, marker: { fleet: fromPart(fleet), intent: fromPart(intent), uid: fromPart(uid) } };
}

/** Whether a server's name carries the mark of an object. */
export function carries(name: string, { fleet, uid }: Pick<Marker, 'fleet' | 'uid'>): boolean {
  const marker = markOf(name)?.marker;
  return marker?.fleet === fleet && marker.uid === uid;
}
