import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StowageError } from '../model/stowage-error.ts';
import { listManifests } from './list-manifests.ts';
import { readInputFile } from './read-input-file.ts';
import { treeId } from './tree-id.ts';
import { watchPaths } from './watch-paths.ts';
import type { Workspace } from './workspace.ts';

/** Opens a folder on disk as a workspace. */
export function openWorkspace(root: string): Workspace {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    throw new StowageError('workspace.missing', `there is no folder ${root}`, 'name an existing one with -C');
  }
  return {
    root,
    file: (path) => (existsSync(join(root, path)) ? readInputFile(root, path) : null),
    inventory(paths) {
      const files = listManifests(root, paths).map((path) => readInputFile(root, path));
      return { files, tree: treeId(files) };
    },
    watch: (paths, changed, signal) => watchPaths(root, paths, changed, signal),
  };
}
