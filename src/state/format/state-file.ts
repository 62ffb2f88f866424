/** One file of the state branch, as read. */
export interface StateFile {
  /** For a person: `stowage/state`. */
  readonly branch: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}
