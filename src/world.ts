import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { monotonicFactory } from 'ulid';
import type { Context, Output } from './commands/context.ts';
import { Revealed } from './secrets/revealed.ts';
import { openWorkspace } from './workspace/open-workspace.ts';

declare const STOWAGE_VERSION: string;

const ulid = monotonicFactory();

/** The world as it is: this process, its files, its terminal, its git, its providers. */
export const world: Context = {
  cwd: process.cwd(),
  version: STOWAGE_VERSION,
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  env: process.env,
  now: () => new Date(),
  newId: (now) => ulid(now.getTime()),
  ask,
  askHidden,
  readStdin: () => text(process.stdin),
  interruption,
  // Loaded when first used: most commands need no git, and none should wait for it.
  actor: async (directory) => (await import('./state/git/git-actor.ts')).gitActor(directory, process.env),
  openWorkspace,
  openStateStore: async (location) =>
    (await import('./state/git/open-fleet-state.ts')).openFleetState({
      ...location,
      environment: process.env,
    }),
  openLeaseStore: async (location) =>
    (await import('./state/git/open-fleet-lease.ts')).openFleetLease({
      ...location,
      environment: process.env,
    }),
  openHistory: async (root) =>
    (await import('./history/git/open-git-history.ts')).openGitHistory({
      directory: root,
      inventoryOf: (await import('./pipeline/read-project.ts')).inventoryOf,
      environment: process.env,
    }),
  openProvider: async (...asked) => (await import('./providers/open-provider.ts')).openProvider(...asked),
  openRemote: ({ user, port, wait }, identity) => ({
    shell: {
      // Loaded when a machine is first spoken to.
      run: async (...script) => (await import('./remote/ssh/open-ssh.ts')).openSsh(identity).run(...script),
    },
    user,
    port,
    wait: wait ?? identity !== null,
  }),
  openSecretSource: async (around) =>
    (await import('./secrets/open-secret-source.ts')).openSecretSource(around),
  openSecretSafe: async (around) =>
    (await import('./secrets/age/open-secret-safe.ts')).openSecretSafe(around),
  revealed: new Revealed(),
  machine: { host: hostname(), pid: process.pid },
  openSolver: async () =>
    (await import('./solver/highs/open-highs.ts')).openHighs(new URL('./solver-worker.js', import.meta.url)),
  schema: readSchema,
  writeFile: (path, content) => writeFileSync(path, content),
  readFile: (path) => readFileSync(path, 'utf8'),
};

function output(stream: NodeJS.WriteStream): Output {
  return { isTTY: stream.isTTY === true, write: (content) => void stream.write(content) };
}

async function ask(question: string): Promise<string | null> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await reader.question(question);
  } finally {
    reader.close();
  }
}

/** What is typed is not shown. */
async function askHidden(question: string): Promise<string | null> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: unseen, terminal: true });
  reader.on('SIGINT', () => {
    reader.close();
    process.kill(process.pid, 'SIGINT');
  });
  // Only now does the terminal no longer show what is typed.
  process.stderr.write(question);
  try {
    return await reader.question('');
  } finally {
    reader.close();
    process.stderr.write('\n');
  }
}

function interruption(): AbortSignal {
  const controller = new AbortController();
  const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(exitCodes[signal]);
      controller.abort(signal);
    });
  }
  return controller.signal;
}

function readSchema(name: string): Record<string, unknown> | null {
  try {
    const file = new URL(`../schemas/${name}.json`, import.meta.url);
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
