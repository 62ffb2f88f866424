import type { JournalEntry } from '../../model/journal-entry.ts';
import { FLEET } from '../format/paths.ts';

/** Every commit of an act carries it; what a person commits by hand does not. */
export const CATEGORY_TRAILER = 'Stowage-Category';

/**
 * What `git log` shows of an entry: its subject, its content, and trailers that nothing in the content can
 * forge, for they are the last paragraph, and lines above that look like one or like its end are indented.
 */
export function commitMessage(entry: JournalEntry): string {
  const { category, compute, subject, content, origin } = entry;
  const trailers = {
    'Stowage-Compute': compute ?? FLEET,
    [CATEGORY_TRAILER]: category,
    ...(origin && {
      'Stowage-Plan': origin.plan,
      'Stowage-Desired': origin.desired,
      'Stowage-Step': origin.step,
    }),
  };
  return [
    `${category}(${oneLine(compute ?? 'fleet')}): ${oneLine(subject)}`,
    bodyOf(content),
    Object.entries(trailers)
      .map(([name, value]) => `${name}: ${oneLine(value)}`)
      .join('\n'),
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
    .concat('\n');
}

function bodyOf(content: string): string {
  return content
    .replaceAll('\0', '\u2400')
    .replace(/^(?=stowage-|---)/gim, ' ')
    .replace(/^(\s*\n)+|\s+$/g, '');
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
