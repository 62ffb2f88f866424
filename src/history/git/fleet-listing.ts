import type { InputFile } from '../../model/input-file.ts';
import type { GitRepository } from '../../state/git/git-repository.ts';
import { readBlobs } from '../../state/git/read-blobs.ts';
import { SIGNERS_FILE } from '../commit-history.ts';

/** The files of one commit that a fleet is applied from: blob ids by path. Equal files have equal ids. */
export type FleetListing = ReadonlyMap<string, string>;

/** Reads which folders hold the manifests out of stowage.yaml, or its absence. */
export type InventoryOf = (settings: InputFile | null) => readonly string[];

/** The file of settings, beside which everything else is looked for. */
export const SETTINGS_FILE = 'stowage.yaml';

/** Lists what commits hold of the fleet in one folder (`''` or ending in a slash), each tree once. */
export class FleetListings {
  readonly #git: GitRepository;
  readonly #folder: string;
  readonly #inventoryOf: InventoryOf;
  readonly #byTree = new Map<string, FleetListing>();
  readonly #folders = new Map<string, readonly string[]>();

  constructor(git: GitRepository, folder: string, inventoryOf: InventoryOf) {
    this.#git = git;
    this.#folder = folder;
    this.#inventoryOf = inventoryOf;
  }

  /** By commit. */
  async of(commits: readonly string[]): Promise<Map<string, FleetListing>> {
    const asked = [...new Set(commits)];
    const lines = asked.map((commit) => `${commit}:${this.#folder}`).join('\n');
    const answer = await this.#git.run(['--no-replace-objects', 'cat-file', '--batch-check'], `${lines}\n`);
    const trees = answer.trimEnd().split('\n');
    const listings = new Map<string, FleetListing>();
    for (const [index, commit] of asked.entries()) {
      // The folder may be younger than the commit.
      const tree = /^([0-9a-f]+) tree /.exec(trees[index] ?? '')?.[1];
      listings.set(commit, tree === undefined ? new Map() : await this.#ofTree(tree));
    }
    return listings;
  }

  async #ofTree(tree: string): Promise<FleetListing> {
    const known = this.#byTree.get(tree);
    if (known) return known;
    const output = await this.#git.run(['--no-replace-objects', 'ls-tree', '-r', '-z', '--full-tree', tree]);
    const files = new Map<string, string>();
    for (const line of output.split('\0').slice(0, -1)) {
      const tab = line.indexOf('\t');
      const [mode = '', , id = ''] = line.slice(0, tab).split(' ');
      // A link shows what no commit to it ever changed, so it is not taken for a file.
      if (mode.startsWith('100')) files.set(line.slice(tab + 1), id);
    }
    const folders = await this.#inventory(files.get(SETTINGS_FILE));
    const wanted = [...files].filter(
      ([path]) =>
        path === SETTINGS_FILE || path === SIGNERS_FILE || folders.some((folder) => isIn(folder, path)),
    );
    const listing = new Map(wanted);
    this.#byTree.set(tree, listing);
    return listing;
  }

  async #inventory(settings: string | undefined): Promise<readonly string[]> {
    const id = settings ?? '';
    const known = this.#folders.get(id);
    if (known) return known;
    let file: InputFile | null = null;
    if (settings !== undefined)
      for await (const bytes of readBlobs(this.#git, [settings]))
        file = { path: SETTINGS_FILE, bytes: copied(bytes) };
    const folders = this.#inventoryOf(file);
    this.#folders.set(id, folders);
    return folders;
  }
}

/** Bytes of their own: what `readBlobs` gives is overwritten by what comes next. */
export function copied(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(bytes);
}

/** The same files that a workspace takes from a folder on disk. */
function isIn(folder: string, path: string): boolean {
  const clean =
    folder
      .replaceAll('\\', '/')
      .replace(/^(\.\/)+/, '')
      .replace(/\/+$/, '') || '.';
  if (path === clean) return true;
  if (clean !== '.' && !path.startsWith(`${clean}/`)) return false;
  const below = clean === '.' ? path : path.slice(clean.length + 1);
  const hidden = below.split('/').some((name) => name.startsWith('.'));
  return !hidden && !`/${below}`.includes('/node_modules/') && /\.ya?ml$/i.test(below);
}
