import type { Act } from '../../model/act.ts';
import { recordedAfter } from '../../model/recorded-after.ts';
import type { RecordedState } from '../../model/recorded.ts';
import { actFiles } from '../format/act-files.ts';
import { importCommits } from './import-commits.ts';
import { importStream } from './import-stream.ts';
import { moved } from './moved.ts';
import { pushState } from './push-state.ts';
import { refreshGraph } from './refresh-graph.ts';
import type { StateBranch } from './state-branch.ts';
import { moveRefs } from './shared-ref.ts';
import { branchTips, isAncestor } from './state-branch.ts';
import { sweepTemporaryRefs, temporaryRef } from './temporary-ref.ts';

const ATTEMPTS = 5;

/**
 * Records acts: commits on a temporary reference, then the remote's branch by compare-and-swap, then the local one.
 * Killed anywhere between, it leaves a branch that is whole, and what the remote took is fetched by the next run.
 */
export async function writeActs(
  branch: StateBranch,
  base: RecordedState,
  acts: readonly Act[],
  desired: string | null,
  verified?: string | null,
): Promise<RecordedState> {
  if (acts.length === 0) return base;
  const { local } = await branchTips(branch);
  if (local !== (base.commit ?? undefined))
    throw moved(`the state branch ${branch.name}`, base.commit, local);
  await sweepTemporaryRefs(branch.git);
  const temporary = temporaryRef();
  try {
    await importCommits(
      branch.git,
      importStream(temporary, base.commit, acts, actFiles(base, acts, desired, verified)),
    );
    const commit = (await branch.git.run(['rev-parse', '--verify', temporary])).trim();
    if (branch.remote !== null) await pushState(branch, branch.remote, base.commit, commit);
    await moveLocal(branch, base.commit, commit, temporary);
    const after = recordedAfter(base, acts, commit, desired, verified);
    await refreshGraph(branch.git, commit, acts.length, after.serial);
    return after;
  } catch (failure) {
    await moveRefs(branch, `delete ${temporary}`).catch(() => undefined);
    throw failure;
  }
}

async function moveLocal(
  branch: StateBranch,
  base: string | null,
  commit: string,
  temporary: string,
): Promise<void> {
  const { ref, seenRef, remote } = branch;
  const local = base === null ? `create ${ref} ${commit}` : `update ${ref} ${commit} ${base}`;
  const seen = remote === null ? [] : [`update ${seenRef} ${commit}`];
  for (let attempt = 1; ; attempt++) {
    try {
      await moveRefs(branch, local, ...seen, `delete ${temporary}`);
      return;
    } catch (failure) {
      const found = (await branchTips(branch)).local;
      // A fetch in the same repository brought our own commits back from the remote first.
      if (found !== undefined && (await isAncestor(branch, commit, found))) {
        await moveRefs(branch, `delete ${temporary}`);
        return;
      }
      if (found !== (base ?? undefined)) {
        if (remote === null) throw moved(`the state branch ${branch.name}`, base, found);
        // The remote has it, so it is recorded; whoever reads next is told that the branch here went its own way.
        await moveRefs(branch, ...seen, `delete ${temporary}`);
        return;
      }
      if (attempt === ATTEMPTS) throw failure;
    }
  }
}
