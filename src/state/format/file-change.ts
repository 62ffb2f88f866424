/** A file as it is after a commit; null when the commit deletes it. */
export interface FileChange {
  readonly path: string;
  readonly text: string | null;
}
