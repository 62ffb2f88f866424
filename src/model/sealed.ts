/** A secret that was encrypted into the repository. */
export interface Sealed {
  /** From the fleet's folder, with forward slashes. */
  readonly file: string;
  /** Public keys. */
  readonly recipients: readonly string[];
  /** Who named them, in words: the command line, a file, or nobody, so that they are one's own. */
  readonly recipientsFrom: string;
  /** What was there before; null where nothing was. */
  readonly replaced: Replaced | null;
  /** Whether the identity of whoever ran this opens it. */
  readonly readable: boolean;
}

/** A file that another took the place of. */
export interface Replaced {
  /** An age file says how many can read it, and not who; null where it was none. */
  readonly recipients: number | null;
  /** Whether the same identity opened it. */
  readonly readable: boolean;
}
