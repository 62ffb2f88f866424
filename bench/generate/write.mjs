import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CONTROLLERS } from './firewall.mjs';
import { fleet } from './fleet.mjs';
import { manifestOf } from './manifest.mjs';
import { yamlOf } from './yaml.mjs';

/**
 * Writes a fleet of so many manifests into a folder; answers how many files there are, and their bytes.
 * @param {string} root
 * @param {number} count
 * @param {number} seed
 */
export function writeFleet(root, count, seed) {
  const folders = new Set();
  const total = { files: 0, bytes: 0 };
  for (const { path, manifests } of everything(count, seed)) {
    const folder = dirname(path);
    if (!folders.has(folder)) mkdirSync(join(root, folder), { recursive: true });
    folders.add(folder);
    const text = manifests.map(yamlOf).join('---\n');
    writeFileSync(join(root, path), text);
    total.files++;
    total.bytes += Buffer.byteLength(text);
  }
  return total;
}

function projectFile() {
  const spec = {
    inventory: ['inventory'],
    state: { remote: 'none' },
    controller: { addresses: CONTROLLERS },
  };
  return { path: 'stowage.yaml', manifests: [manifestOf('Project', 'bench', spec)] };
}

/** @param {number} count @param {number} seed */
function* everything(count, seed) {
  yield projectFile();
  yield* fleet(count, seed);
}
