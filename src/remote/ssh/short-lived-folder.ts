import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FOLDERS = new Set<string>();

/** Lends a folder that nobody else may look into, and that is gone afterwards, also where the process is made to exit. */
export async function inShortLivedFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'stowage-ssh-'));
  if (FOLDERS.size === 0) process.on('exit', removeAll);
  FOLDERS.add(folder);
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
    FOLDERS.delete(folder);
    if (FOLDERS.size === 0) process.off('exit', removeAll);
  }
}

function removeAll(): void {
  for (const folder of FOLDERS) rmSync(folder, { recursive: true, force: true });
}
