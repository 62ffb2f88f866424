import { createHash } from 'node:crypto';
import type { InputFile } from '../model/input-file.ts';

type Tree = Map<string, Tree | string>;

/** The id git would give to a tree of these files, computed without writing to the repository. */
export function treeId(files: readonly InputFile[]): string {
  const root: Tree = new Map();
  for (const { path, bytes } of files) {
    const folders = path.split('/');
    const name = folders.pop() as string;
    let tree = root;
    for (const folder of folders) {
      const below = tree.get(folder);
      const next: Tree = typeof below === 'object' ? below : new Map<string, Tree | string>();
      tree.set(folder, next);
      tree = next;
    }
    tree.set(name, objectId('blob', bytes));
  }
  return hashTree(root);
}

function hashTree(tree: Tree): string {
  const entries = [...tree].map(([name, entry]) =>
    entry instanceof Map
      ? { sortsAs: `${name}/`, mode: '40000', name, id: hashTree(entry) }
      : { sortsAs: name, mode: '100644', name, id: entry },
  );
  // Git orders folders as if their names ended in a slash, by bytes.
  entries.sort((a, b) => Buffer.compare(Buffer.from(a.sortsAs), Buffer.from(b.sortsAs)));
  const lines = entries.flatMap(({ mode, name, id }) => [
    Buffer.from(`${mode} ${name}\0`),
    Buffer.from(id, 'hex'),
  ]);
  return objectId('tree', Buffer.concat(lines));
}

function objectId(type: 'blob' | 'tree', content: Uint8Array): string {
  return createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex');
}
