import type { InputFile } from '../model/input-file.ts';

/** The manifests of a fleet, as they lie on disk now. */
export interface Inventory {
  /** In order of their paths. */
  readonly files: readonly InputFile[];
  /** The id git would give to a tree of exactly these files. */
  readonly treeId: () => string;
}

/** Who is told what happens to files. */
export interface Watcher {
  /** From now on no change is missed; what changed before is not told. */
  ready(): void;
  /** A file settled after it changed. */
  changed(path: string): void;
}

/** A folder people edit: where manifests come from. */
export interface Workspace {
  /** Absolute path. */
  readonly root: string;
  /** One file by its path relative to the root; null where there is none. */
  file(path: string): InputFile | null;
  /** The folder nearest above the root, and in the same repository, that has a file of a name; null where none has. */
  above(name: string): string | null;
  /** Every `.yaml` and `.yml` file below some folders (or the files themselves), relative to the root. */
  inventory(paths: readonly string[]): Inventory;
  /** Tells of files below some folders as they change; stops when the signal aborts. */
  watch(paths: readonly string[], watcher: Watcher, signal: AbortSignal): Promise<void>;
}
