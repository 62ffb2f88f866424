import { ExitCode } from '../../model/exit-code.ts';
import { StowageError } from '../../model/stowage-error.ts';

/** Says that somebody else wrote to the state branch first. */
export function moved(where: string, expected: string | null, found: string | undefined): StowageError {
  const from = expected === null ? 'was not there' : `was at ${shortId(expected)}`;
  const to = found === undefined ? 'is gone' : `is at ${shortId(found)}`;
  return new StowageError(
    'state.moved',
    `${where} ${from} when it was read and ${to} now: somebody else wrote first, and nothing of this was recorded`,
    'plan again on top of their work',
    ExitCode.Stale,
  );
}

/** A commit id as people write it. */
export function shortId(commit: string): string {
  return commit.slice(0, 7);
}
