import { createHash } from 'node:crypto';
import { encodePathName } from './path-name.ts';

/** Where format version, serial and the desired tree are written. */
export const META_PATH = 'meta.json';
export const RESOURCES_FOLDER = 'resources/';
export const PLACEMENTS_FOLDER = 'placements/';
export const INTENTS_FOLDER = 'intents/';
export const JOURNAL_FOLDER = 'journal/';

/** Stands for the compute in the path of a journal entry that is about no single one. */
export const FLEET = '_fleet';

/** The path of an object's file. */
export function objectPath(kind: string, key: string): string {
  return `${RESOURCES_FOLDER}${kind}/${shardOf(key)}/${encodePathName(key)}.yaml`;
}

/** The path of the file with a service's placements. */
export function placementsPath(service: string): string {
  return `${PLACEMENTS_FOLDER}${shardOf(service)}/${encodePathName(service)}.yaml`;
}

/** The path of an intent. There are few at a time, so their folder needs no others in it. */
export function intentPath(id: string): string {
  return `${INTENTS_FOLDER}${encodePathName(id)}.yaml`;
}

/** The folder of a compute's journal, with its slash. */
export function journalFolder(compute: string): string {
  return `${JOURNAL_FOLDER}${shardOf(compute)}/${encodePathName(compute)}/`;
}

/**
 * The folders of the fleet's own journal. It grows with every apply, so its entries are spread by their ids: one flat
 * folder of 10,000 makes a commit ten times as slow.
 */
export const FLEET_FOLDERS: readonly string[] = Array.from(
  { length: 256 },
  (_, shard) => `${JOURNAL_FOLDER}${shard.toString(16).padStart(2, '0')}/${FLEET}/`,
);

/** The path of a journal entry. */
export function journalPath(compute: string | null, id: string): string {
  const folder = compute === null ? `${JOURNAL_FOLDER}${shardOf(id)}/${FLEET}/` : journalFolder(compute);
  return `${folder}${encodePathName(id)}.md`;
}

/** The first byte of the key's SHA-256 in hex, so that no folder grows long. */
function shardOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 2);
}
