import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StowageError } from '../model/stowage-error.ts';

/** Lists the manifest files below some paths, sorted; hidden folders and node_modules are not looked into. */
export function listManifests(root: string, paths: readonly string[]): string[] {
  const found = new Set<string>();
  for (const path of paths) {
    const clean = path.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '') || '.';
    const stat = statSync(join(root, clean), { throwIfNoEntry: false });
    if (!stat) {
      throw new StowageError(
        'inventory.missing',
        `there is no ${clean} in ${root}`,
        'create it, name another folder in stowage.yaml (spec.inventory), or choose the fleet with -C',
      );
    }
    if (stat.isDirectory()) listFolder(root, clean, new Set(), found);
    else found.add(clean);
  }
  return [...found].sort();
}

function listFolder(root: string, folder: string, above: ReadonlySet<string>, found: Set<string>): void {
  const real = realpathSync(join(root, folder));
  // A link to a folder above would be walked for ever.
  if (above.has(real)) return;
  const visited = new Set(above).add(real);
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    const linked =
      entry.isSymbolicLink() && statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory();
    if (entry.isDirectory() || linked) listFolder(root, path, visited, found);
    else if (/\.ya?ml$/i.test(entry.name)) found.add(path);
  }
}
