/** A character-string holds at most so many bytes (RFC 1035). */
const LONGEST = 255;

/**
 * Reads `"a" "b"` into the bytes of each string: `\"` and `\\` are the characters, `\065` is a byte by its decimal
 * number. Null where a quote is open or something stands between strings.
 */
export function readCharacterStrings(text: string): Buffer[] | null {
  const strings: Buffer[] = [];
  let rest = text;
  while (rest !== '') {
    const quoted = /^"((?:[^"\\]|\\\d{3}|\\\D)*)"(?:[ \t]+(?=")|$)/.exec(rest);
    if (!quoted) return null;
    const bytes = unescaped(quoted[1] ?? '');
    if (!bytes) return null;
    strings.push(bytes);
    rest = rest.slice(quoted[0].length);
  }
  return strings;
}

function unescaped(text: string): Buffer | null {
  const pieces = text.match(/\\\d{3}|\\\D|[^\\]+/g) ?? [];
  if (pieces.some((piece) => /^\\\d/.test(piece) && Number(piece.slice(1)) > 255)) return null;
  return Buffer.concat(
    pieces.map((piece) => {
      if (/^\\\d/.test(piece)) return Buffer.of(Number(piece.slice(1)));
      return Buffer.from(piece.startsWith('\\') ? piece.slice(1) : piece);
    }),
  );
}

/** Writes bytes as quoted strings of at most 255 bytes each, in printable ASCII. */
export function characterStrings(bytes: Uint8Array): string {
  const count = Math.max(1, Math.ceil(bytes.length / LONGEST));
  return Array.from({ length: count }, (_, at) =>
    quoted(bytes.subarray(at * LONGEST, (at + 1) * LONGEST)),
  ).join(' ');
}

/** Writes bytes as one quoted string. */
export function quoted(bytes: Uint8Array): string {
  return `"${Array.from(bytes, escaped).join('')}"`;
}

function escaped(byte: number): string {
  if (byte < 0x20 || byte > 0x7e) return `\\${String(byte).padStart(3, '0')}`;
  const character = String.fromCharCode(byte);
  return character === '"' || character === '\\' ? `\\${character}` : character;
}
