import type { StateStore } from '../state-store.ts';
import { configuredRemote } from './configured-remote.ts';
import { inPlainWords } from './in-plain-words.ts';
import type { GitStateOptions } from './open-git-state-store.ts';
import { openGitStateStore } from './open-git-state-store.ts';

/** Opens a fleet's state as its settings ask for it, through the remote they name if there is one. */
export async function openFleetState(options: GitStateOptions): Promise<StateStore> {
  const { directory, environment } = options;
  const remote = await inPlainWords(configuredRemote(directory, options.remote, environment));
  return openGitStateStore({ ...options, remote });
}
