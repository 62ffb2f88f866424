import type { LeaseStore } from '../lease-store.ts';
import { configuredRemote } from './configured-remote.ts';
import { inPlainWords } from './in-plain-words.ts';
import { openGitLeaseStore } from './open-git-lease-store.ts';
import type { GitStateOptions } from './open-git-state-store.ts';

/** Opens a fleet's lease as its settings ask for its state, through the remote they name if there is one. */
export async function openFleetLease(options: GitStateOptions): Promise<LeaseStore> {
  const { directory, environment } = options;
  const remote = await inPlainWords(configuredRemote(directory, options.remote, environment));
  return openGitLeaseStore({ ...options, remote });
}
