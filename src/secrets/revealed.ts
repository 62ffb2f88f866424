import { HIDDEN } from '../model/secret.ts';

/** What is shorter stands in too many words to be looked for. */
const SHORTEST = 4;

/** The secrets that this run knows, so that none of them gets out by accident. */
export class Revealed {
  /** Every form of every secret, the longest first. */
  #forms: readonly string[] = [];

  remember(text: string): void {
    this.#forms = [...new Set([...this.#forms, ...formsOf(text)])].sort((a, b) => b.length - a.length);
  }

  /** A text with `(secret)` for every secret in it. */
  scrub(text: string): string {
    return this.#forms.reduce((said, form) => said.replaceAll(form, HIDDEN), text);
  }
}

/** A secret as messages hold it: whole, by lines, the password of `user:password`, and each as it travels. */
function formsOf(text: string): string[] {
  const parts = [text, ...text.split(/\r?\n/), text.slice(text.indexOf(':') + 1)].map((part) => part.trim());
  return parts
    .flatMap((part) => [
      part,
      JSON.stringify(part).slice(1, -1),
      encodeURIComponent(part),
      Buffer.from(part).toString('base64'),
      Buffer.from(part).toString('base64url'),
      Buffer.from(part).toString('hex'),
    ])
    .filter((form) => form.length >= SHORTEST);
}
