import type { Fault } from './fault.ts';

/** Text of a file; or what comes before the first byte that is no text, and what is wrong with that byte. */
export type Decoded = { readonly text: string } | { readonly before: string; readonly fault: Fault };

/** Decodes UTF-8 strictly; a leading byte order mark is dropped. */
export function decodeText(bytes: Uint8Array): Decoded {
  const nul = bytes.indexOf(0);
  if (nul < 0) {
    try {
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    } catch {
      // Said below.
    }
  }
  const bad = firstBadByte(nul < 0 ? bytes : bytes.subarray(0, nul + 1));
  const before = new TextDecoder().decode(bytes.subarray(0, bad));
  const start = before.length;
  return { before, fault: { start, end: start + 1, code: 'not-utf8', ...reasonFor(bytes, bad) } };
}

/** Finds the first byte that is NUL or begins no character, by bisection. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    // `stream` lets a prefix end in the middle of a character.
    if (decodes(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  // What breaks off in the middle of a character began up to three bytes before.
  while (good > 0 && !decodes(bytes.subarray(0, good), false)) good--;
  return good;
}

function decodes(bytes: Uint8Array, stream = true): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

function reasonFor(bytes: Uint8Array, bad: number): { message: string; hint: string } {
  const [first, second] = bytes;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // Without a mark, every other byte of plain letters is NUL.
  if (marked || (bytes.length > 1 && !first !== !second)) {
    return { message: 'the file is UTF-16 text, and manifests are UTF-8', hint: 'save it as UTF-8' };
  }
  if (bytes.includes(0))
    return { message: 'the file is not text', hint: 'keep only manifests under this name' };
  const byte = (bytes[bad] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return {
    message: `the file is not UTF-8 text: the byte ${byte} begins no character`,
    hint: 'save it as UTF-8',
  };
}
