import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { GitFailure } from './git-failure.ts';
import type { GitRepository } from './git-repository.ts';

/**
 * For every tree, `git fast-import` gives memory back to the system and takes it again, which with glibc takes more
 * time than all the rest: so it keeps up to 256 MB. Other C libraries do not look at this.
 */
const KEEP_MEMORY = { MALLOC_TRIM_THRESHOLD_: String(256 * 1024 * 1024) };

/** Feeds one `git fast-import`; throws a GitFailure when git takes not all of it. */
export async function importCommits(git: GitRepository, stream: Iterable<Buffer>): Promise<void> {
  const child = git.start(['fast-import', '--quiet', '--done', '--date-format=raw'], KEEP_MEMORY);
  const ended = new Promise<number | null>((resolve, reject) =>
    child.once('close', resolve).once('error', reject),
  );
  child.stdout.resume();
  const [code, words, fed] = await Promise.allSettled([
    ended,
    text(child.stderr),
    pipeline(Readable.from(stream, { objectMode: true, highWaterMark: 64 }), child.stdin),
  ]);
  if (code.status === 'rejected') throw code.reason;
  if (code.value !== 0)
    throw new GitFailure(words.status === 'fulfilled' ? words.value : 'git fast-import failed');
  if (fed.status === 'rejected') throw fed.reason;
}
