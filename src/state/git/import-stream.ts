import type { Act } from '../../model/act.ts';
import type { FileChange } from '../format/file-change.ts';
import { commitMessage } from './commit-message.ts';
import { identityLine } from './identity-line.ts';

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
    const act = acts[index] as Act;
    const who = identityLine('intents' in act ? act : act.entry);
    const commit = [
      Buffer.from(`commit ${ref}\nauthor ${who}\ncommitter ${who}\n`),
      ...counted(commitMessage(act)),
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
