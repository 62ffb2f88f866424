import type { InputFile } from './input-file.ts';

/** What git says of a commit's signature, judged by the allowed signers of the commit that history is checked from. */
export type Signature =
  { readonly of: 'signer'; readonly principal: string } | { readonly of: 'nobody'; readonly why: string };

/** A commit that may have changed what a fleet is applied from. */
export interface HistoryCommit {
  readonly id: string;
  /** The first line of its message, and the author's e-mail address; both are claims. */
  readonly subject: string;
  readonly author: string;
  readonly parents: readonly string[];
  /** The one commit that two parents go back to; null for any other number of parents, or of such commits. */
  readonly base: string | null;
  readonly signature: Signature;
}

/** What a fleet is applied from, at one commit. */
export interface Snapshot {
  readonly manifests: readonly InputFile[];
  /** stowage.yaml. */
  readonly settings: InputFile | null;
  /** The file of allowed signers. */
  readonly signers: InputFile | null;
}

/** The commits since one that is trusted. */
export interface History {
  /** The commit that is trusted, or the first of all, which is then checked too. Its signers and members decide. */
  readonly start: string;
  readonly head: string;
  /** Those that change the fleet, oldest first; merges that add nothing of their own are left out. */
  readonly commits: readonly HistoryCommit[];
}
