import { relative, resolve } from 'node:path';
import { StowageError } from '../model/stowage-error.ts';
import type { Watcher } from './workspace.ts';

/** Editors write a file in several steps; one save is one change. */
const SETTLE_MS = 40;

/** Tells what changes below some folders, each change once the files settled; resolves when the signal aborts. */
export async function watchPaths(
  root: string,
  paths: readonly string[],
  told: Watcher,
  signal: AbortSignal,
): Promise<void> {
  const { watch } = await import('chokidar');
  const watching = watch(
    paths.map((path) => resolve(root, path)),
    {
      ignoreInitial: true,
      ignored: (path) => /(^|[\\/])(\.git|node_modules)([\\/]|$)/.test(relative(root, path)),
    },
  );
  let timer: NodeJS.Timeout | undefined;
  watching.on('ready', () => told.ready());
  watching.on('all', (_event, path) => {
    clearTimeout(timer);
    timer = setTimeout(() => told.changed(relative(root, path)), SETTLE_MS);
  });
  try {
    await new Promise<void>((done, failed) => {
      if (signal.aborted) done();
      signal.addEventListener('abort', () => done(), { once: true });
      watching.on('error', (error) => failed(unwatchable(error)));
    });
  } finally {
    clearTimeout(timer);
    await watching.close();
  }
}

/** Linux watches a limited number of files, which many editors and tools share. */
function unwatchable(error: unknown): StowageError {
  const { code = String(error) } = error as NodeJS.ErrnoException;
  const hint =
    code === 'ENOSPC' || code === 'EMFILE'
      ? 'raise fs.inotify.max_user_watches, or close other programs that watch files'
      : 'look at the permissions of the folders';
  return new StowageError('watch.failed', `the files cannot be watched (${code})`, hint);
}
