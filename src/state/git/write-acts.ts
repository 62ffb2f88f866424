import type { Act } from '../../model/act.ts';
import type { RecordedState } from '../../model/recorded.ts';
import { actFiles } from '../format/act-files.ts';
import type { Written } from '../state-store.ts';
import { importCommits } from './import-commits.ts';
import { importStream } from './import-stream.ts';
import { moved } from './moved.ts';
import { pushState } from './push-state.ts';
import { refreshGraph } from './refresh-graph.ts';
import type { StateBranch } from './state-branch.ts';
import { branchTips, isAncestor, moveRefs, temporaryRef } from './state-branch.ts';

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
): Promise<Written> {
  if (acts.length === 0) return { commit: base.commit, serial: base.serial };
  const { local } = await branchTips(branch);
  if (local !== (base.commit ?? undefined))
    throw moved(`the state branch ${branch.name}`, base.commit, local);
  const temporary = temporaryRef();
  try {
    await importCommits(
      branch.git,
      importStream(temporary, base.commit, acts, actFiles(base, acts, desired)),
    );
    const commit = (await branch.git.run(['rev-parse', '--verify', temporary])).trim();
    if (branch.remote !== null) await pushState(branch, branch.remote, base.commit, commit);
    await moveLocal(branch, base.commit, commit, temporary);
    const serial = base.serial + 1;
    await refreshGraph(branch.git, commit, acts.length, serial);
    return { commit, serial };
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
      if (found !== (base ?? undefined)) throw moved(`the state branch ${branch.name}`, base, found);
      if (attempt === ATTEMPTS) throw failure;
    }
  }
}
