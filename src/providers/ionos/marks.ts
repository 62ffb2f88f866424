import { createHash } from 'node:crypto';
import type { Marker } from '../../model/machine.ts';
import type { Server } from './api-types.ts';
import type { Standing } from './ionos-api.ts';

/**
 * A server has no field for a mark, and labels are a second request that a crash may prevent. What comes with the order
 * itself are the names of its parts: the network card, which cannot move to another server, carries the server's mark,
 * and the volume, which can, carries its own. A server that is taken over keeps its names and gets labels. The
 * description limits neither names nor labels: what we write is plain ASCII, and a label no longer than 63 characters.
 */
const MARK = /^stowage\/([^/]+)\/([^/]+)\/([^/]+)$/;
const PLAIN = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
const OURS = /^(b64|sha)\./;
const ENCODED = /^b64\.([A-Za-z0-9_-]*)\.z$/;
/** 42 bytes are 56 characters of base64. */
const LONGEST_ENCODED = 42;

export const LABELS = {
  fleet: 'stowage-fleet',
  uid: 'stowage-uid',
  host: 'stowage-host',
  // Written last: only with it a server counts as marked.
  intent: 'stowage-intent',
} as const;

/** Labels of one thing. */
export type Labels = Readonly<Record<string, string>>;

/** A mark as the name of a part. */
export function markText({ fleet, uid, intent }: Marker): string {
  return `stowage/${[fleet, uid, intent].map(encodeURIComponent).join('/')}`;
}

/** A text as the value of a label: as it stands where it can; else in base64; else, where it is long, its hash. */
export function markValue(text: string): string {
  if (PLAIN.test(text) && !OURS.test(text)) return text;
  if (Buffer.byteLength(text) <= LONGEST_ENCODED) return `b64.${Buffer.from(text).toString('base64url')}.z`;
  return `sha.${createHash('sha256').update(text).digest('hex').slice(0, 56)}`;
}

/** The text of a label's value; a hash stays as it is. */
export function textOf(value: string): string {
  const encoded = ENCODED.exec(value)?.[1];
  return encoded === undefined ? value : Buffer.from(encoded, 'base64url').toString('utf8');
}

/** The mark in the name of a part; null where it is none. */
export function markOf(name: string | undefined): Marker | null {
  const [, fleet, uid, intent] = MARK.exec(name ?? '') ?? [];
  if (fleet === undefined || uid === undefined || intent === undefined) return null;
  return {
    fleet: decodeURIComponent(fleet),
    uid: decodeURIComponent(uid),
    intent: decodeURIComponent(intent),
  };
}

/** The labels of a server that is taken over, in the order in which they are written. */
export function labelsFor(host: string, { fleet, uid, intent }: Marker): (readonly [string, string])[] {
  return [
    [LABELS.fleet, markValue(fleet)],
    [LABELS.uid, markValue(uid)],
    [LABELS.host, markValue(host)],
    [LABELS.intent, markValue(intent)],
  ];
}

/** What a server is marked with: by its labels where it was taken over, else by its network cards. */
export function markerOf(server: Standing<Server>, labels: Labels = {}): Marker | null {
  const { [LABELS.fleet]: fleet, [LABELS.uid]: uid, [LABELS.intent]: intent } = labels;
  if (fleet !== undefined && uid !== undefined && intent !== undefined) {
    return { fleet: textOf(fleet), uid: textOf(uid), intent: textOf(intent) };
  }
  for (const { properties } of server.entities?.nics?.items ?? []) {
    const mark = markOf(properties.name);
    if (mark) return mark;
  }
  return null;
}

/** Whether a mark is of a fleet, and of an object or of an intent where they are given. */
export function isOf(mark: Marker | null, wanted: Pick<Marker, 'fleet'> & Partial<Marker>): boolean {
  if (!mark) return false;
  return (['fleet', 'uid', 'intent'] as const).every((part) => {
    const text = wanted[part];
    // A hash stands for the text it was made of.
    return text === undefined || text === mark[part] || markValue(text) === mark[part];
  });
}
