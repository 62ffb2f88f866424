import { relative, resolve } from 'node:path';

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
  await new Promise<void>((done) => {
    if (signal.aborted) done();
    signal.addEventListener('abort', () => done(), { once: true });
  });
  clearTimeout(timer);
  await watcher.close();
}
