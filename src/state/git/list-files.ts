import type { StateFile } from '../format/state-file.ts';
import { unreadable } from '../format/unreadable.ts';
import { readBlobs } from './read-blobs.ts';
import type { StateBranch } from './state-branch.ts';

/** A file of a commit, not yet read. */
export interface ListedFile {
  readonly path: string;
  /** The id of its blob. */
  readonly id: string;
}

/** Lists the files of a commit under some paths, in path order. */
export async function listFiles(
  { git, name }: StateBranch,
  commit: string,
  paths: readonly string[],
): Promise<ListedFile[]> {
  const output = await git.run(['ls-tree', '-r', '-z', '--full-tree', commit, '--', ...paths]);
  return output
    .split('\0')
    .slice(0, -1)
    .map((line) => {
      const tab = line.indexOf('\t');
      const [mode, , id = ''] = line.slice(0, tab).split(' ');
      const path = line.slice(tab + 1);
      if (!mode?.startsWith('100'))
        throw unreadable({ branch: name, path }, null, 'this is a link, not a file');
      return { path, id };
    });
}

/** Reads files in their order. */
export async function* readFiles(
  branch: StateBranch,
  files: readonly ListedFile[],
): AsyncGenerator<StateFile> {
  let index = 0;
  const ids = files.map(({ id }) => id);
  for await (const bytes of readBlobs(branch.git, ids)) {
    yield { branch: branch.name, path: files[index++]?.path ?? '', bytes };
  }
}
