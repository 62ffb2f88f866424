import { lstatSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
    file: (path) => (isThere(join(root, path)) ? readInputFile(root, { path, linked: true }) : null),
    above: (name) => nearestAbove(root, name),
    inventory(paths) {
      const files = listManifests(root, paths).map((listed) => readInputFile(root, listed));
      return { files, treeId: () => treeId(files) };
    },
    watch: (paths, watcher, signal) => watchPaths(root, paths, watcher, signal),
  };
}

/** A link that leads nowhere is there, too: what it should have led to is not simply left out. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function nearestAbove(folder: string, name: string): string | null {
  const parent = dirname(folder);
  if (parent === folder || isThere(join(folder, '.git'))) return null;
  return isThere(join(parent, name)) ? parent : nearestAbove(parent, name);
}
