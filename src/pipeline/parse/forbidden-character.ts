import type { Fault } from './fault.ts';

/**
 * What no manifest needs and what deceives whoever reads it: control characters, which a terminal obeys; a
 * carriage return alone, which YAML reads otherwise than an editor shows; marks that turn the direction of a
 * line (CVE-2021-42574); byte order marks; halves of surrogate pairs; and characters Unicode says are none.
 * YAML 1.2, 5.1, allows none of the control characters.
 */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\r(?!\n)|\p{Cs}/u;

const NAMES: Readonly<Record<string, string>> = {
  '\u0000': 'NUL',
  '\u0007': 'bell',
  '\b': 'backspace',
  '\r': 'carriage return alone',
  '\u001b': 'escape',
  '\u007f': 'delete',
  '\ufeff': 'byte order mark',
};

/** Finds the first character of a file that a manifest must not hold. */
export function forbiddenInText(text: string): Fault | undefined {
  const found = FORBIDDEN.exec(text);
  if (!found) return undefined;
  const [character] = found;
  return {
    start: found.index,
    end: found.index + 1,
    code: 'control-character',
    message: `the file holds the character ${nameOf(character)}`,
    hint: character === '\r' ? 'save the file with LF or CRLF line ends' : 'remove it',
  };
}

/** Names the first character that a value must not hold, once its escapes are resolved. */
export function forbiddenInValue(value: string): string | undefined {
  // A text may well keep the line ends of the system it is meant for.
  const found = FORBIDDEN.exec(value.replaceAll('\r', ''));
  return found ? nameOf(found[0]) : undefined;
}

function nameOf(character: string): string {
  const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  const name =
    NAMES[character] ?? (/[\u2028-\u2069]/.test(character) ? 'turns the direction of text' : undefined);
  return name ? `${code} (${name})` : code;
}
