import type { Stats } from 'node:fs';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { InputFile } from '../model/input-file.ts';
import { MAX_FILE_BYTES } from '../model/input-file.ts';
import { isWithin } from './is-within.ts';
import type { Listed } from './list-manifests.ts';

import { isPlainName, plainName } from './plain-name.ts';

type Fault = NonNullable<InputFile['fault']>;

/** Reads one file of the inventory. What cannot be read is a fault of that file, not of the run. */
export function readInputFile(root: string, { path, linked }: Listed): InputFile {
  if (!isPlainName(path)) return { path: plainName(path), bytes: NOTHING, fault: UNPRINTABLE };
  try {
    const fault = linked && leadsOut(root, path) ? OUTSIDE : unreadable(statSync(join(root, path)));
    if (fault) return { path, bytes: NOTHING, fault };
    return { path, bytes: readFileSync(join(root, path)) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { path, bytes: NOTHING, fault: FAULTS[code ?? ''] ?? unknown(code ?? String(error)) };
  }
}

const NOTHING = new Uint8Array();

/** A link could show whoever reads the output of a pull request's checks any file of the machine they run on. */
function leadsOut(root: string, path: string): boolean {
  return !path.startsWith('..') && !isWithin(realpathSync(root), realpathSync(join(root, path)));
}

function unreadable(stat: Stats): Fault | undefined {
  if (stat.isDirectory()) return FAULTS.EACCES;
  if (!stat.isFile()) return NOT_REGULAR;
  if (stat.size <= MAX_FILE_BYTES) return undefined;
  return {
    code: 'yaml.too-large',
    message: `the file has ${Math.ceil(stat.size / 1024 / 1024)} MB, and the limit is 16 MB`,
    hint: 'split it into several files',
  };
}

const UNPRINTABLE: Fault = {
  code: 'file.name',
  message: 'the name holds characters that cannot be printed',
  hint: 'rename it',
};

const OUTSIDE: Fault = {
  code: 'file.outside',
  message: 'the link leads out of the repository',
  hint: 'copy the file into the repository',
};

const NOT_REGULAR: Fault = {
  code: 'file.not-regular',
  message: 'this is not a regular file',
  hint: 'keep manifests in plain files',
};

const FORBIDDEN: Fault = {
  code: 'file.forbidden',
  message: 'this may not be read',
  hint: 'correct its permissions',
};

const FAULTS: Readonly<Record<string, Fault>> = {
  ENOENT: {
    code: 'file.missing',
    message: 'the file is gone, or links to one that is',
    hint: 'restore it or remove the link',
  },
  ELOOP: { code: 'file.link-loop', message: 'the link leads back to itself', hint: 'remove it' },
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
};

function unknown(code: string): Fault {
  return { code: 'file.unreadable', message: `the file cannot be read (${code})`, hint: 'look at the disk' };
}
