import type { JournalEntry } from '../../model/journal-entry.ts';
import { CATEGORIES } from '../../model/journal-entry.ts';
import { decodeYamlFile } from './decode-yaml-file.ts';
import { fileText } from './file-text.ts';
import type { StateFile } from './state-file.ts';
import { unreadable } from './unreadable.ts';
import { encodeYaml } from './yaml-text.ts';

const FENCE = '---\n';

/** Writes a journal entry: its facts as YAML front matter, then its content, byte for byte. */
export function encodeEntry({ content, ...facts }: JournalEntry): string {
  const { id, timestamp, category, author, compute, subject, origin } = facts;
  const { name, email } = author;
  const front = encodeYaml({
    id,
    timestamp,
    category,
    author: { name, email },
    ...(compute !== null && { compute }),
    subject,
    ...(origin && { origin: { plan: origin.plan, step: origin.step, desired: origin.desired } }),
  });
  return FENCE + front + FENCE + (content === '' ? '' : `\n${content}`);
}

/** Reads a journal entry. Throws `state.unreadable`. */
export function decodeEntry(file: StateFile): JournalEntry {
  const text = fileText(file);
  const end = text.indexOf(`\n${FENCE}`, FENCE.length - 1);
  if (!text.startsWith(FENCE) || end < 0)
    throw unreadable(file, 1, 'the entry has no front matter between two lines of ---');
  const rest = text.slice(end + 1 + FENCE.length);
  const front = text.slice(FENCE.length, end + 1);
  return decodeYamlFile(
    file,
    front,
    (shape) => {
      shape.only('id', 'timestamp', 'category', 'author', 'compute', 'subject', 'origin');
      const author = shape.field('author').only('name', 'email');
      const origin = shape.field('origin').optional()?.only('plan', 'step', 'desired');
      return {
        id: shape.field('id').text(),
        timestamp: shape.field('timestamp').text(),
        category: shape.field('category').oneOf(CATEGORIES),
        author: { name: author.field('name').text(), email: author.field('email').text() },
        compute: shape.field('compute').optional()?.text() ?? null,
        subject: shape.field('subject').text(),
        content: rest.startsWith('\n') ? rest.slice(1) : rest,
        ...(origin && {
          origin: {
            plan: origin.field('plan').text(),
            step: origin.field('step').text(),
            desired: origin.field('desired').text(),
          },
        }),
      };
    },
    1,
  );
}
