import type { History, Snapshot } from '../model/history.ts';

/**
 * The commits of the branch that is checked out, as far as they change what a fleet is applied from: stowage.yaml, the
 * manifests in the folders it names, and the file of allowed signers. Its errors are StowageErrors: `history.empty`
 * (nothing is committed), `history.shallow` (the clone lacks older commits), `history.rewritten` (the branch does not
 * have the commit it is to be checked from), `history.signers` (that commit names no allowed signers), `history.git`.
 */
export interface CommitHistory {
  /** Reads the commits after one that is trusted; with null, all of them. */
  since(trusted: string | null): Promise<History>;
  /** What the fleet was applied from at some commits, by commit. */
  snapshots(commits: readonly string[]): Promise<ReadonlyMap<string, Snapshot>>;
  /**
   * Which files at some paths, relative to the fleet's folder, lie otherwise on disk than in the last commit; none
   * where nothing was ever committed. By their paths in the repository.
   */
  uncommitted(paths: readonly string[]): Promise<readonly string[]>;
}

/** Where the allowed signers of a fleet are listed, beside its stowage.yaml; see ALLOWED SIGNERS in ssh-keygen(1). */
export const SIGNERS_FILE = '.stowage/allowed_signers';
