import type { Actor } from '../../model/journal-entry.ts';
import { StowageError } from '../../model/stowage-error.ts';
import { GitFailure } from './git-failure.ts';
import { openRepository } from './git-repository.ts';

/** Who git says is at work in a folder: the author that a commit would have. */
export async function gitActor(directory: string, environment: NodeJS.ProcessEnv): Promise<Actor> {
  const ident = await authorIdent(directory, environment);
  const match = /^(.*) <(.*)> \d+ [+-]\d{4}\s*$/.exec(ident);
  return { name: match?.[1] ?? ident.trim(), email: match?.[2] ?? '' };
}

async function authorIdent(directory: string, environment: NodeJS.ProcessEnv): Promise<string> {
  try {
    return await openRepository(directory, environment).run(['var', 'GIT_AUTHOR_IDENT']);
  } catch (failure) {
    if (!(failure instanceof GitFailure)) throw failure;
    throw new StowageError(
      'git.identity',
      'git does not know who you are, and every journal entry has an author',
      'run git config user.name "Your Name" and git config user.email you@example.org',
    );
  }
}
