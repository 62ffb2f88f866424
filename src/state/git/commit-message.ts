import type { Act, IntentAct, JournalAct } from '../../model/act.ts';
import { FLEET } from '../format/paths.ts';

/** Every commit that changes objects carries it; what a person commits by hand does not. */
export const CATEGORY_TRAILER = 'Stowage-Category';

/** Joins an intent, its later versions and its outcome in `git log`. */
const INTENT_TRAILER = 'Stowage-Intent';

/**
 * What `git log` shows of an act: its subject, its content, and trailers that nothing in the content can
 * forge, for they are the last paragraph, and lines above that look like one or like its end are indented.
 */
export function commitMessage(act: Act): string {
  const paragraphs = 'intents' in act ? intentParagraphs(act) : entryParagraphs(act);
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}

function entryParagraphs({ entry, settles }: JournalAct): string[] {
  const { category, compute, subject, content, origin } = entry;
  const trailers = {
    'Stowage-Compute': compute ?? FLEET,
    [CATEGORY_TRAILER]: category,
    ...(origin && {
      'Stowage-Plan': origin.plan,
      'Stowage-Desired': origin.desired,
      'Stowage-Step': origin.step,
    }),
    ...(settles !== undefined && { [INTENT_TRAILER]: settles }),
  };
  return [
    `${category}(${oneLine(compute ?? 'fleet')}): ${oneLine(subject)}`,
    bodyOf(content),
    Object.entries(trailers)
      .map(([name, value]) => trailer(name, value))
      .join('\n'),
  ];
}

function intentParagraphs({ subject, intents }: IntentAct): string[] {
  return [`intent: ${oneLine(subject)}`, intents.map(({ id }) => trailer(INTENT_TRAILER, id)).join('\n')];
}

function trailer(name: string, value: string): string {
  return `${name}: ${oneLine(value)}`;
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
