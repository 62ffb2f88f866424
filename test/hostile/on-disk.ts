import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CORPUS, staticFiles } from './corpus.ts';
import { generated } from './generated.ts';
import { makeFifo } from './make-fifo.ts';

/** A folder with every hostile file there is, including those that only a disk can hold. */
export interface HostileFolder {
  readonly directory: string;
  dispose(): void;
}

/** Files that git cannot keep, or not on every system: what the command line must call each of them. */
export const ON_DISK: Readonly<Record<string, string>> = {
  'on-disk/links/dangling.yaml': 'file.missing',
  'on-disk/links/loop.yaml': 'file.link-loop',
  'on-disk/links/out-of-the-repository.yaml': 'file.outside',
  'on-disk/links/folder-out-of-the-repository': 'file.outside',
  'on-disk/fifo.yaml': 'file.not-regular',
  'on-disk/larger-than-16-mb.yaml': 'yaml.too-large',
  'on-disk/name-\ufffd[31mred.yaml': 'file.name',
  'on-disk/name-with-\ufffd::error::line.yaml': 'file.name',
  'on-disk/name-in-latin-1-\ufffd.yaml': 'file.name',
  'on-disk/name-\ufffdlmay.yaml': 'file.name',
};

/** Makes the folder: a fleet whose inventory is the corpus, with or without the big files. */
export function hostileFolder(big: boolean): HostileFolder {
  const directory = mkdtempSync(join(tmpdir(), 'stowage-hostile-'));
  const inventory = join(directory, 'inventory');
  for (const path of staticFiles()) {
    mkdirSync(join(inventory, dirname(path)), { recursive: true });
    cpSync(join(CORPUS, path), join(inventory, path));
  }
  for (const [, make] of big ? generated() : []) {
    for (const { path, bytes } of make().files) {
      mkdirSync(join(inventory, dirname(path)), { recursive: true });
      writeFileSync(join(inventory, path), bytes);
    }
  }
  writeOddities(join(inventory, 'on-disk'));
  return { directory, dispose: () => rmSync(directory, { recursive: true, force: true }) };
}

function writeOddities(folder: string): void {
  const links = join(folder, 'links');
  mkdirSync(links, { recursive: true });
  symlinkSync('nowhere', join(links, 'dangling.yaml'));
  symlinkSync('loop.yaml', join(links, 'loop.yaml'));
  symlinkSync('/etc/passwd', join(links, 'out-of-the-repository.yaml'));
  symlinkSync('/', join(links, 'folder-out-of-the-repository'));
  symlinkSync('..', join(links, 'folder-above'));
  doublingLinks(join(folder, 'doubling'));
  makeFifo(join(folder, 'fifo.yaml'));
  writeFileSync(join(folder, 'larger-than-16-mb.yaml'), '');
  truncateSync(join(folder, 'larger-than-16-mb.yaml'), 2 ** 34);
  writeFileSync(join(folder, 'name-\u001b[31mred.yaml'), '');
  writeFileSync(join(folder, 'name-with-\n::error::line.yaml'), '');
  writeFileSync(join(folder, 'name-\u202elmay.yaml'), '');
  writeFileSync(
    Buffer.concat([Buffer.from(`${folder}/name-in-latin-1-`), Buffer.from([0xe9]), Buffer.from('.yaml')]),
    '',
  );
  mkdirSync(join(folder, 'folder.yaml'));
}

/** Thirty folders, each of which links twice to the next: walked naively, a thousand million paths. */
function doublingLinks(folder: string): void {
  for (let level = 0; level < 30; level++) {
    const here = join(folder, `level-${level}`);
    mkdirSync(here, { recursive: true });
    symlinkSync(`../level-${level + 1}`, join(here, 'left'));
    symlinkSync(`../level-${level + 1}`, join(here, 'right'));
  }
}
