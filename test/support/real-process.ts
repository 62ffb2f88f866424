import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';

/** A process that does one deed. */
export interface RealProcess {
  readonly child: ChildProcess;
  /** What the deed returned; fails with what the process said when it did not end well. */
  readonly answer: Promise<unknown>;
}

/** Processes of the deeds of one module. */
export interface Deeds {
  start(deed: string, about: object): RealProcess;
  dispose(): void;
}

const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** Bundles a module that exports `deeds`, functions of one object each, so that processes can be started on them. */
export async function bundleDeeds(module: string): Promise<Deeds> {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-deeds-'));
  const outfile = join(folder, 'deeds.mjs');
  const contents = `
    import { deeds } from ${JSON.stringify(module)};
    const [, , deed, about] = process.argv;
    process.stdout.write(JSON.stringify((await deeds[deed](JSON.parse(about))) ?? null));
  `;
  await build({
    stdin: { contents, resolveDir: '.', loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: { js: REQUIRE },
    logLevel: 'warning',
  });
  return {
    start(deed, about) {
      const child = spawn(process.execPath, [outfile, deed, JSON.stringify(about)], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      return { child, answer: answerOf(child) };
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = new Promise<string>((done) =>
    child.once('close', (code, signal) => done(String(signal ?? code))),
  );
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('the process has no output');
  const [said, complained, end] = await Promise.all([text(stdout), text(stderr), ended]);
  if (end !== '0') throw new Error(`the process ended with ${end}: ${complained}`);
  return JSON.parse(said) as unknown;
}
