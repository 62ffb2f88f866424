import { few } from '../model/few.ts';
import { StowageError } from '../model/stowage-error.ts';
import { PROJECT_FILE } from '../pipeline/read-project.ts';
import type { Context } from './context.ts';
import type { OpenFleet } from './open-fleet.ts';

/**
 * A line for whoever applies what no commit holds, so that nobody could look it up later; empty where all is committed,
 * nothing ever was, or only signed commits are applied anyhow.
 */
export async function uncommittedNote(
  context: Context,
  { workspace, project: { spec }, projectFile }: OpenFleet,
): Promise<string> {
  if (spec.requireSignedCommits !== false) return '';
  const paths = projectFile ? [PROJECT_FILE, ...spec.inventory] : spec.inventory;
  try {
    const files = await (await context.openHistory(workspace.root)).uncommitted(paths);
    if (files.length === 0) return '';
    const are = files.length === 1 ? 'is' : 'are';
    return `note: what is applied is in no commit: ${few(files)} ${are} not as committed\n`;
  } catch (error) {
    // Whether git can tell decides nothing: the state is judged by itself.
    if (error instanceof StowageError) return '';
    throw error;
  }
}
