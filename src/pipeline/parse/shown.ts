/** The longest piece of a manifest that a message repeats. */
const MAX_SHOWN = 60;

/** Characters that a terminal obeys, that reorder a line, or that cannot be seen. */
const UNSEEN =
  /[\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufe00-\ufe0f\ufeff\ufff9-\uffff]/g;

/** Writes text of a manifest in quotes, with everything escaped that would not be seen as it is. */
export function quoted(text: string): string {
  const cut = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN - 3)}…` : text;
  return JSON.stringify(cut).replace(UNSEEN, escaped);
}

/** Writes text of a manifest without quotes, where a sentence needs none. */
export function bare(text: string): string {
  return quoted(text).slice(1, -1);
}

/** Says what a value is, in a sentence that ends in "and it is …". */
export function shown(data: unknown): string {
  if (typeof data === 'string') return quoted(data);
  if (typeof data === 'number' || typeof data === 'boolean') return String(data);
  if (data === null) return 'empty';
  return Array.isArray(data) ? 'a list' : 'a mapping';
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
