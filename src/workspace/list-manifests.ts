import type { Dirent, Stats } from 'node:fs';
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StowageError } from '../model/stowage-error.ts';
import { isWithin } from './is-within.ts';
import { isPlainName } from './plain-name.ts';

/** A path below the root at which a manifest is expected. */
export interface Listed {
  readonly path: string;
  /** A link is on the way, so that the path may lead out of the root. */
  readonly linked: boolean;
}

/**
 * Lists the manifest files below some paths, sorted. Hidden folders and node_modules are not looked into, and
 * no folder is looked into twice, whichever links lead there. What cannot be looked into is listed itself.
 */
export function listManifests(root: string, paths: readonly string[]): Listed[] {
  const listing = new Listing(root);
  for (const path of paths) {
    const clean = path.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '') || '.';
    const stat = followed(join(root, clean));
    if (stat === undefined) {
      throw new StowageError(
        'inventory.missing',
        `there is no ${clean} in ${root}`,
        'create it, name another folder in stowage.yaml (spec.inventory), or choose the fleet with -C',
      );
    }
    if (stat?.isDirectory()) listing.folder(clean, listing.isLinked(clean));
    else listing.add(clean, true);
  }
  listing.links();
  return listing.sorted();
}

class Listing {
  readonly #root: string;
  readonly #base: string;
  readonly #found = new Map<string, Listed>();
  readonly #visited = new Set<string>();
  /** Links to folders wait until all folders proper are known, whose own names their files then keep. */
  #links: string[] = [];

  constructor(root: string) {
    this.#root = root;
    this.#base = realpathSync(root);
  }

  add(path: string, linked: boolean): void {
    this.#found.set(path, { path, linked });
  }

  /** Tells whether a link is on the way to an existing path. */
  isLinked(path: string): boolean {
    return realpathSync(join(this.#root, path)) !== join(this.#base, path);
  }

  folder(path: string, linked: boolean): void {
    let entries: Dirent[];
    try {
      const real = realpathSync(join(this.#root, path));
      if (this.#visited.has(real)) return;
      if (linked && !path.startsWith('..') && !isWithin(this.#base, real)) return this.add(path, linked);
      this.#visited.add(real);
      entries = readdirSync(join(this.#root, path), { withFileTypes: true });
    } catch {
      return this.add(path, linked);
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      this.#entry(entry, path === '.' ? entry.name : `${path}/${entry.name}`, linked);
    }
  }

  links(): void {
    for (let links = this.#links; links.length > 0; links = this.#links) {
      this.#links = [];
      for (const link of links.sort()) this.folder(link, true);
    }
  }

  sorted(): Listed[] {
    return [...this.#found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  #entry(entry: Dirent, path: string, linked: boolean): void {
    const link = entry.isSymbolicLink();
    const folder = link ? followed(join(this.#root, path))?.isDirectory() : entry.isDirectory();
    if (!folder) {
      if (/\.ya?ml$/i.test(entry.name)) this.add(path, linked || link);
    } else if (!isPlainName(entry.name)) this.add(path, linked);
    else if (link) this.#links.push(path);
    else this.folder(path, linked);
  }
}

/** What a path leads to; null where it leads in a circle or may not be followed, undefined where nothing is. */
function followed(path: string): Stats | null | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return null;
  }
}
