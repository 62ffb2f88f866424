/** Text of a file, or the offset of the first byte that is not UTF-8 text. */
export type Decoded = { readonly text: string } | { readonly badByte: number };

/** Decodes UTF-8 strictly; a leading byte order mark is dropped. */
export function decodeText(bytes: Uint8Array): Decoded {
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { badByte: nul };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { badByte: firstBadByte(bytes) };
  }
}

/** Finds the longest prefix that decodes, by bisection. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    // `stream` lets a prefix end in the middle of a character.
    if (decodes(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
