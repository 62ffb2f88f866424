import { StowageError } from '../../model/stowage-error.ts';
import { openRepository } from './git-repository.ts';

/**
 * The remote that state is shared through, if the repository has it. Without any remote the repository is the only
 * one, and state stays in it; with others, a name that is none of them is a mistake.
 */
export async function configuredRemote(
  directory: string,
  remote: string | null,
  environment: NodeJS.ProcessEnv,
): Promise<string | null> {
  if (remote === null) return null;
  const names = (await openRepository(directory, environment).run(['remote'])).split('\n').filter(Boolean);
  if (names.length === 0) return null;
  if (names.includes(remote)) return remote;
  throw new StowageError(
    'state.remote',
    `this repository has no remote named ${remote} (it has ${names.join(', ')})`,
    'name one of them in stowage.yaml (spec.state.remote), or none to keep state in this clone',
  );
}
