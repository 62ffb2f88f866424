import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { GitFailure } from './git-failure.ts';
import type { GitRepository } from './git-repository.ts';
import { moveRefs } from './shared-ref.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NAME = /^refs\/stowage\/write-(\d+)-([0-9a-f]{12})-(\d+)-/;

/**
 * A name for a reference that holds new commits until the branch moves to them; it tells since when, and whose it
 * is. It has no folder of its own: git removes empty ones, under the hands of whoever is about to use it.
 */
export function temporaryRef(): string {
  return `refs/stowage/write-${Date.now()}-${processSpace()}-${process.pid}-${randomUUID()}`;
}

/**
 * Removes what writes left behind that were killed: references of processes that are gone, and, as those of other
 * machines cannot be asked for, what is older than a day.
 */
export async function sweepTemporaryRefs(git: GitRepository): Promise<void> {
  const output = await git.run(['for-each-ref', '--format=%(refname) %(objectname)', 'refs/stowage/write-*']);
  for (const line of output.split('\n').filter(Boolean)) {
    const [ref = '', commit = ''] = line.split(' ');
    if (!isAbandoned(ref)) continue;
    try {
      await moveRefs({ git }, `delete ${ref} ${commit}`);
    } catch (failure) {
      // Somebody else sweeps too.
      if (!(failure instanceof GitFailure)) throw failure;
    }
  }
}

function isAbandoned(ref: string): boolean {
  const [, since, space, pid] = NAME.exec(ref) ?? [];
  if (since === undefined) return false;
  if (Date.now() - Number(since) > DAY_MS) return true;
  return space === processSpace() && !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Names where a process id means one process: this machine since it started, and the container on it. */
function processSpace(): string {
  const facts = [hostname(), BOOT, NAMESPACE].join('\n');
  return createHash('sha256').update(facts).digest('hex').slice(0, 12);
}

const BOOT = orNothing(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'));
const NAMESPACE = orNothing(() => readlinkSync('/proc/self/ns/pid'));

/** Linux tells; elsewhere the name of the machine has to do. */
function orNothing(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
