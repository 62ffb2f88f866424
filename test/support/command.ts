import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { encodeTime } from 'ulid';
import type { Context } from '../../src/commands/context.ts';
import { run } from '../../src/commands/run.ts';
import { openFleetState } from '../../src/state/git/open-fleet-state.ts';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';

/** What one command printed, and its exit status. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A fleet in a real repository of its own, with a clock that stands still between acts. */
export interface TestFleet {
  readonly directory: string;
  write(path: string, text: string): void;
  remove(path: string): void;
  git(...args: string[]): string;
  stowage(...args: string[]): Promise<Outcome>;
  dispose(): void;
}

const IDENTITY = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
};

/** Makes an empty fleet: a repository with a `stowage.yaml` that keeps state in the clone. */
export function testFleet(files: Readonly<Record<string, string>> = {}): TestFleet {
  const directory = mkdtempSync(join(tmpdir(), 'stowage-test-'));
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: directory, env: { ...process.env, ...IDENTITY }, encoding: 'utf8' });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  };
  git('init', '--quiet', '--initial-branch=main');
  write('stowage.yaml', PROJECT);
  mkdirSync(join(directory, 'inventory'));
  for (const [path, text] of Object.entries(files)) write(path, text);
  let acts = 0;
  return {
    directory,
    write,
    remove: (path) => rmSync(join(directory, path), { recursive: true }),
    git,
    stowage: async (...args) => {
      let stdout = '';
      let stderr = '';
      const context = testContext(directory, () => acts++, {
        stdout: (text) => (stdout += text),
        stderr: (text) => (stderr += text),
      });
      const status = await run(args, context);
      return { status, stdout, stderr };
    },
    dispose: () => rmSync(directory, { recursive: true, force: true }),
  };
}

const PROJECT = `apiVersion: stowage/v1
kind: Project
metadata:
  name: test
spec:
  state:
    remote: none
`;

interface Sinks {
  stdout(text: string): void;
  stderr(text: string): void;
}

/** The world of a command in a test: real files, real git, a fixed clock and counted ids. */
function testContext(cwd: string, count: () => number, { stdout, stderr }: Sinks): Context {
  return {
    cwd,
    version: '0.0.0-test',
    stdout: { isTTY: false, write: stdout },
    stderr: { isTTY: false, write: stderr },
    env: {},
    now: () => new Date('2026-03-01T12:00:00Z'),
    newId: (now) => `${encodeTime(now.getTime(), 10)}${String(count()).padStart(16, '0')}`,
    ask: () => Promise.resolve(null),
    readStdin: () => Promise.resolve(''),
    interruption: () => new AbortController().signal,
    actor: () => Promise.resolve({ name: 'Ada', email: 'ada@example.org' }),
    openWorkspace,
    openStateStore: (location) =>
      openFleetState({ ...location, environment: { ...process.env, ...IDENTITY } }),
    schema: (name) => JSON.parse(readFileSync(`schemas/${name}.json`, 'utf8')) as Record<string, unknown>,
    writeFile: (path, text) => writeFileSync(path, text),
    readFile: (path) => readFileSync(path, 'utf8'),
  };
}
