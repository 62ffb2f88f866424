import { simpleGit } from 'simple-git';
import type { Actor } from '../../model/journal-entry.ts';
import { StowageError } from '../../model/stowage-error.ts';

/** Who git says is at work in a folder: the author that a commit would have. */
export async function gitActor(directory: string): Promise<Actor> {
  let ident: string;
  try {
    ident = await simpleGit(directory).raw(['var', 'GIT_AUTHOR_IDENT']);
  } catch {
    throw new StowageError(
      'git.identity',
      'git does not know who you are, and every journal entry has an author',
      'run git config user.name "Your Name" and git config user.email you@example.org',
    );
  }
  const match = /^(.*) <(.*)> \d+ [+-]\d{4}\s*$/.exec(ident);
  return { name: match?.[1] ?? ident.trim(), email: match?.[2] ?? '' };
}
