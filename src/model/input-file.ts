/** A file of the inventory as it was found, before anything is known about its content. */
export interface InputFile {
  /** Relative to the repository root, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Why it could not be read; `bytes` is empty then. */
  readonly fault?: { readonly code: string; readonly message: string; readonly hint: string };
}

/** A larger file is refused unread: people do not review megabytes of YAML. */
export const MAX_FILE_BYTES = 16 * 1024 * 1024;
