import type { GitRepository } from './git-repository.ts';
import { patiently } from './patiently.ts';

/** A reference that is moved by compare-and-swap, here and on a remote. */
export interface SharedRef {
  readonly git: GitRepository;
  /** `refs/heads/stowage/state`. */
  readonly ref: string;
  /** Where the remote's one was when last seen; stowage's own, so that no fetch of a person moves it. */
  readonly seenRef: string;
  /** What it holds, for a person: `the state`. */
  readonly what: string;
}

/** Reads where a reference of this repository stands; undefined where there is none. */
export async function tipOf({ git }: Pick<SharedRef, 'git'>, ref: string): Promise<string | undefined> {
  const output = await git.run(['for-each-ref', '--format=%(refname) %(objectname)', ref]);
  // A pattern also finds what lies below it.
  const line = output.split('\n').find((one) => one.startsWith(`${ref} `));
  return line?.slice(ref.length + 1);
}

/** Moves references all together or not at all; lines as `git update-ref --stdin` takes them. */
export async function moveRefs({ git }: Pick<SharedRef, 'git'>, ...moves: readonly string[]): Promise<void> {
  const input = ['start', ...moves, 'prepare', 'commit', ''].join('\n');
  await patiently(() => git.run(['update-ref', '--stdin'], input));
}

/** Moves the remote's reference to a commit, if it is where it is expected; undefined: if there is none. */
export async function pushRef(
  { git, ref }: SharedRef,
  remote: string,
  expected: string | undefined,
  commit: string,
): Promise<void> {
  const lease = `--force-with-lease=${ref}:${expected ?? ''}`;
  const plainly = [
    '--porcelain',
    '--no-verify',
    '--no-follow-tags',
    '--no-signed',
    '--recurse-submodules=no',
  ];
  await git.run(['push', ...plainly, lease, '--', remote, `${commit}:${ref}`]);
}
