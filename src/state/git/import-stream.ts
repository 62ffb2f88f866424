import type { Act } from '../../model/act.ts';
import type { JournalEntry } from '../../model/journal-entry.ts';
import type { FileChange } from '../format/act-files.ts';
import { commitMessage } from './commit-message.ts';

/**
 * Writes acts as a `git fast-import` stream, one commit each on top of `base`. Whatever people typed is counted in
 * bytes and never quoted, so that none of it can be taken for a command. https://git-scm.com/docs/git-fast-import
 */
export function* importStream(
  ref: string,
  base: string | null,
  acts: readonly Act[],
  files: Iterable<readonly FileChange[]>,
): Generator<Buffer> {
  let index = 0;
  for (const changes of files) {
    const { entry } = acts[index] as Act;
    const commit = [
      Buffer.from(`commit ${ref}\nauthor ${identity(entry)}\ncommitter ${identity(entry)}\n`),
      ...counted(commitMessage(entry)),
    ];
    if (index === 0 && base !== null) commit.push(Buffer.from(`from ${base}\n`));
    for (const { path, text } of changes) {
      if (text === null) commit.push(Buffer.from(`D ${path}\n`));
      else commit.push(Buffer.from(`M 100644 inline ${path}\n`), ...counted(text));
    }
    yield Buffer.concat(commit);
    index++;
  }
  yield Buffer.from('done\n');
}

function counted(text: string): [Buffer, Buffer, Buffer] {
  const bytes = Buffer.from(text);
  return [Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')];
}

function identity({ author, timestamp }: JournalEntry): string {
  const seconds = Math.floor(Date.parse(timestamp) / 1000);
  if (!(seconds >= 0)) throw new Error(`git cannot date a commit ${timestamp}`);
  return `${clean(author.name) || 'unknown'} <${clean(author.email)}> ${seconds} +0000`;
}

/** Git takes no name that ends in these, and none that holds a bracket. */
function clean(text: string): string {
  return text.replace(/[<>\s\p{Cc}]+/gu, ' ').replace(/^[\s.,:;"\\']+|[\s.,:;"\\']+$/g, '');
}
