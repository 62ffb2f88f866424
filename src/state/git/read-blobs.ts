import type { GitRepository } from './git-repository.ts';

/**
 * Reads blobs by their ids, in the same order, through one `git cat-file --batch`. Stopping early stops git too.
 */
export async function* readBlobs(git: GitRepository, ids: readonly string[]): AsyncGenerator<Buffer> {
  if (ids.length === 0) return;
  const child = git.start(['cat-file', '--batch', '--buffer']);
  const started = new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  child.stdin.on('error', () => undefined);
  child.stderr.resume();
  try {
    await started;
    child.stdin.end(`${ids.join('\n')}\n`);
    let read = 0;
    let pending: Buffer = Buffer.alloc(0);
    let wanted = 0;
    let parts: Buffer[] = [];
    let size = 0;
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
      parts.push(chunk);
      size += chunk.length;
      // A large blob arrives in many chunks: join them once they suffice, not each time.
      if (size < wanted) continue;
      pending = Buffer.concat(parts, size);
      let start = 0;
      for (;;) {
        const lineEnd = pending.indexOf(10, start);
        if (lineEnd < 0) break;
        const length = blobLength(pending.toString('latin1', start, lineEnd));
        wanted = lineEnd + 1 + length + 1 - start;
        if (start + wanted > pending.length) break;
        yield pending.subarray(lineEnd + 1, lineEnd + 1 + length);
        read++;
        start += wanted;
        wanted = 0;
      }
      pending = pending.subarray(start);
      parts = [pending];
      size = pending.length;
    }
    if (read < ids.length) throw new Error(`git cat-file ended after ${read} of ${ids.length} objects`);
  } finally {
    child.kill();
  }
}

function blobLength(header: string): number {
  const length = /^[0-9a-f]+ blob (\d+)$/.exec(header)?.[1];
  if (length === undefined) throw new Error(`git cat-file answered: ${header}`);
  return Number(length);
}
