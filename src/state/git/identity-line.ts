import type { Actor } from '../../model/journal-entry.ts';

/** Who did something and when, as a commit says it: `Ada <ada@example.org> 1767225600 +0000`. */
export function identityLine(deed: { readonly author: Actor; readonly timestamp: string }): string {
  const { author, timestamp } = deed;
  const seconds = Math.floor(Date.parse(timestamp) / 1000);
  if (!(seconds >= 0)) throw new Error(`git cannot date a commit ${timestamp}`);
  return `${clean(author.name) || 'unknown'} <${clean(author.email)}> ${seconds} +0000`;
}

/** Git takes no name that ends in these, and none that holds a bracket. */
function clean(text: string): string {
  return text.replace(/[<>\s\p{Cc}]+/gu, ' ').replace(/^[\s.,:;"\\']+|[\s.,:;"\\']+$/g, '');
}
