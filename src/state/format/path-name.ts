/** File systems end a name at 255 bytes; longer ones go on in a folder of their own. */
const MOST_BYTES = 200;
const EMPTY = '%';
const FOLD = '+/';

/**
 * Writes any text as a path that git, every file system and a person can hold: what is not a letter, a
 * digit, `.`, `_` or `-` becomes `%XX` per byte of UTF-8, a leading dot too. Long names are folded over folders.
 */
export function encodePathName(name: string): string {
  if (name === '') return EMPTY;
  const plain = name.replace(/^\.|[^A-Za-z0-9._-]+/gu, percentBytes);
  if (plain.length <= MOST_BYTES) return plain;
  return (plain.match(new RegExp(`.{1,${MOST_BYTES}}`, 'g')) ?? []).join(FOLD);
}

/** Reads a name that `encodePathName` wrote; undefined when it wrote no such thing. */
export function decodePathName(path: string): string | undefined {
  if (path === EMPTY) return '';
  try {
    const name = decodeURIComponent(path.replaceAll(FOLD, ''));
    return encodePathName(name) === path ? name : undefined;
  } catch {
    return undefined;
  }
}

function percentBytes(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}
