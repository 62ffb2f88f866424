import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { InputFile } from '../model/input-file.ts';
import { MAX_FILE_BYTES } from '../model/input-file.ts';

const NOTHING = new Uint8Array();

/** Reads one file of the inventory. What cannot be read is a fault of that file, not of the run. */
export function readInputFile(root: string, path: string): InputFile {
  try {
    const stat = statSync(join(root, path));
    if (!stat.isFile()) {
      return faulty(path, 'file.not-regular', 'this is not a regular file', 'keep manifests in plain files');
    }
    if (stat.size > MAX_FILE_BYTES) {
      const size = `${Math.ceil(stat.size / 1024 / 1024)} MB`;
      return faulty(
        path,
        'yaml.too-large',
        `the file has ${size}, and the limit is 16 MB`,
        'split it into several files',
      );
    }
    return { path, bytes: readFileSync(join(root, path)) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') {
      return faulty(
        path,
        'file.missing',
        'the file is gone, or links to one that is',
        'restore it or remove the link',
      );
    }
    if (code === 'EACCES' || code === 'EPERM') {
      return faulty(path, 'file.forbidden', 'the file may not be read', 'correct its permissions');
    }
    return faulty(
      path,
      'file.unreadable',
      `the file cannot be read (${code ?? String(error)})`,
      'look at the disk',
    );
  }
}

function faulty(path: string, code: string, message: string, hint: string): InputFile {
  return { path, bytes: NOTHING, fault: { code, message, hint } };
}
