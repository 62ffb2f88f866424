import { openGitLeaseStore } from '../../src/state/git/open-git-lease-store.ts';
import { openGitStateStore } from '../../src/state/git/open-git-state-store.ts';
import type { LeaseStore } from '../../src/state/lease-store.ts';
import type { StateStore } from '../../src/state/state-store.ts';
import type { TemporaryRepository } from '../support/git-repository.ts';

export const BRANCH = 'stowage/state';

/** Opens the state branch of a temporary repository, with its remote if it has one. */
export function storeOf({ directory, environment, remote }: TemporaryRepository): StateStore {
  return openGitStateStore({
    directory,
    environment,
    branch: BRANCH,
    remote: remote === null ? null : 'origin',
  });
}

/** Everything a repository holds: its references and its objects. */
export function contentsOf({ git }: TemporaryRepository): { refs: string; objects: string } {
  return {
    refs: git('for-each-ref', '--format=%(refname) %(objectname)'),
    objects: git('cat-file', '--batch-check', '--batch-all-objects'),
  };
}

/** Opens the lease that goes with the state branch of a temporary repository. */
export function leaseOf({ directory, environment, remote }: TemporaryRepository): LeaseStore {
  return openGitLeaseStore({
    directory,
    environment,
    branch: BRANCH,
    remote: remote === null ? null : 'origin',
  });
}
