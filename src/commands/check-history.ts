import type { Occasion } from '../apply/acts-of.ts';
import type { Ledger } from '../apply/ledger.ts';
import { ExitCode } from '../model/exit-code.ts';
import { few } from '../model/few.ts';
import type { RecordedState } from '../model/recorded.ts';
import { StowageError } from '../model/stowage-error.ts';
import { auditHistory } from '../pipeline/audit-history.ts';
import { uncommitted } from '../pipeline/uncommitted.ts';
import { objectionText } from '../render/objection-text.ts';
import type { ComputedPlan } from './compute-plan.ts';
import type { Context } from './context.ts';
import type { OpenFleet } from './open-fleet.ts';

const MOST = 5;

/** What checking the commits since the last verified one came to. */
export interface CheckedHistory {
  /** What `meta.json` is to say from now on; null where signatures are no longer required. */
  readonly verified: string | null;
  /** How many commits change the fleet, and who signed them. */
  readonly commits: number;
  readonly signers: readonly string[];
  /** Nothing of this needs telling. */
  readonly nothingNew: boolean;
}

/**
 * Checks that what is applied was committed, signed and permitted; null where nobody requires it. Once recorded, the
 * requirement holds until a commit that passes it takes it away. Throws `commit.refused`, `commit.missing` and what
 * the history throws.
 */
export async function checkHistory(
  context: Context,
  { workspace, project }: OpenFleet,
  { files }: Pick<ComputedPlan, 'files'>,
  { verified }: RecordedState,
): Promise<CheckedHistory | null> {
  const required = project.spec.requireSignedCommits;
  if (required === false && verified === undefined) return null;
  const opened = await context.openHistory(workspace.root);
  const history = await opened.since(verified ?? (typeof required === 'string' ? required : null));
  const { start, head, commits } = history;
  const wanted = commits.flatMap(({ id, parents, base }) => [
    id,
    ...parents,
    ...(base === null ? [] : [base]),
  ]);
  const snapshots = await opened.snapshots([start, head, ...wanted]);
  const changed = uncommitted(files, snapshots.get(head) ?? { manifests: [], settings: null, signers: null });
  if (changed.length > 0) {
    throw new StowageError(
      'commit.missing',
      `only signed commits are applied, and ${few(changed)} ${changed.length === 1 ? 'is' : 'are'} not as committed`,
      'commit the change, signed (git commit -S), or undo it',
      ExitCode.Refused,
    );
  }
  const { objections, signers } = auditHistory(history, snapshots);
  if (objections.length > 0) {
    const told = objections.slice(0, MOST).map(objectionText).join('; ');
    const more = objections.length > MOST ? `; and ${objections.length - MOST} more commits` : '';
    throw new StowageError(
      'commit.refused',
      `${told}${more}`,
      'have somebody with that permission make the change again, signed with a key of .stowage/allowed_signers ' +
        `as it is at ${start.slice(0, 7)}`,
      ExitCode.Refused,
    );
  }
  const next = required === false ? null : head;
  const nothingNew = commits.length === 0 && (next === null) === (verified === undefined);
  return { verified: next, commits: commits.length, signers, nothingNew };
}

/** Records which commit is trusted from now on, with an entry that says who signed. */
export async function recordHistory(
  ledger: Ledger,
  was: RecordedState,
  { verified, commits, signers, nothingNew }: CheckedHistory,
  { actor, now, newId }: Occasion,
): Promise<void> {
  if (nothingNew) return;
  const by = signers.length === 0 ? '' : `, signed by ${few(signers)}`;
  const checked = `${commits} ${commits === 1 ? 'commit' : 'commits'}${by}`;
  const subject =
    verified === null
      ? `require no signed commits any more, after ${checked}`
      : `trust commit ${verified.slice(0, 7)}, after ${checked}`;
  await ledger.write((state) => {
    if (state.verified !== was.verified) {
      throw new StowageError(
        'state.moved',
        'somebody else applied other commits meanwhile',
        'plan again on top of their work',
        ExitCode.Stale,
      );
    }
    const time = now();
    const entry = {
      id: newId(time),
      timestamp: time.toISOString(),
      category: 'other',
      author: actor,
    } as const;
    return [{ entry: { ...entry, compute: null, subject, content: '' }, effect: null }];
  }, verified);
}
