import type { StateStore } from '../state-store.ts';
import { fetchState } from './fetch-state.ts';
import { openRepository } from './git-repository.ts';
import { inPlainWords } from './in-plain-words.ts';
import { listJournal } from './list-journal.ts';
import { readState } from './read-state.ts';
import { shareState } from './share-state.ts';
import type { StateBranch } from './state-branch.ts';
import { writeActs } from './write-acts.ts';

/** Where the state of a fleet is kept. */
export interface GitStateOptions {
  /** Any folder of the repository. */
  readonly directory: string;
  /** `stowage/state`. */
  readonly branch: string;
  /** A remote's name or URL; null when the repository is the only one. */
  readonly remote: string | null;
  /** The environment git runs in, as a rule the process's own. */
  readonly environment: NodeJS.ProcessEnv;
}

/** Opens the state branch of a git repository; nothing is read or made until it is asked to. */
export function openGitStateStore({
  directory,
  branch: name,
  remote,
  environment,
}: GitStateOptions): StateStore {
  const branch: StateBranch = {
    git: openRepository(directory, environment),
    name,
    remote,
    ref: `refs/heads/${name}`,
    seenRef: `refs/stowage/remote/${name}`,
    what: 'the state',
  };
  return {
    sharedThrough: remote,
    fetch: () => inPlainWords(fetchState(branch)),
    share: () => inPlainWords(shareState(branch)),
    read: () => inPlainWords(readState(branch)),
    write: (base, acts, desired, verified) => inPlainWords(writeActs(branch, base, acts, desired, verified)),
    journal: (query) => inPlainWords(listJournal(branch, query)),
  };
}
