import { relative, resolve } from 'node:path';
import { StowageError } from '../model/stowage-error.ts';

/** Editors write a file in several steps; one save is one change. */
const SETTLE_MS = 40;

/** Calls back with a changed path once the files settled; resolves when the signal aborts. */
export async function watchPaths(
  root: string,
  paths: readonly string[],
  changed: (path: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const { watch } = await import('chokidar');
  const watcher = watch(
    paths.map((path) => resolve(root, path)),
    {
      ignoreInitial: true,
      ignored: (path) => /(^|[\\/])(\.git|node_modules)([\\/]|$)/.test(relative(root, path)),
    },
  );
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', (_event, path) => {
    clearTimeout(timer);
    timer = setTimeout(() => changed(relative(root, path)), SETTLE_MS);
  });
  try {
    await new Promise<void>((done, failed) => {
      if (signal.aborted) done();
      signal.addEventListener('abort', () => done(), { once: true });
      watcher.on('error', (error) => failed(unwatchable(error)));
    });
  } finally {
    clearTimeout(timer);
    await watcher.close();
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
