import { secretStretches } from './parse/secret-stretches.ts';

/** The text of a manifest file as it may be shown: dots stand for what may be a secret, one for each character. */
export function readableText(text: string): string {
  let shown = '';
  let at = 0;
  for (const [start, end] of [...secretStretches(text)].sort(([a], [b]) => a - b)) {
    shown +=
      text.slice(at, Math.max(at, start)) + text.slice(Math.max(at, start), end).replace(/[^\r\n]/g, '•');
    at = Math.max(at, end);
  }
  return shown + text.slice(at);
}
