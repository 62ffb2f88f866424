import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { encodeTime } from 'ulid';
import type { Actor } from '../../src/model/journal-entry.ts';
import type { Context } from '../../src/commands/context.ts';
import { run } from '../../src/commands/run.ts';
import { openHighsInProcess } from '../../src/solver/highs/open-highs-in-process.ts';
import { openGitHistory } from '../../src/history/git/open-git-history.ts';
import { inventoryOf } from '../../src/pipeline/read-project.ts';
import { openSsh } from '../../src/remote/ssh/open-ssh.ts';
import { openProvider } from '../../src/providers/open-provider.ts';
import { openSecretSafe } from '../../src/secrets/age/open-secret-safe.ts';
import { openSecretSource } from '../../src/secrets/open-secret-source.ts';
import { Revealed } from '../../src/secrets/revealed.ts';
import { openFleetLease } from '../../src/state/git/open-fleet-lease.ts';
import { openFleetState } from '../../src/state/git/open-fleet-state.ts';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';

/** What one command printed, and its exit status. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What of a command's world is out of the ordinary. */
export interface Surroundings {
  /** Relative to the fleet's folder. */
  readonly cwd?: string;
  readonly env?: Context['env'];
  /** What is typed when the command asks; without it nobody is there. */
  readonly answer?: string;
  /** What happens while somebody is asked, before the answer. */
  readonly meanwhile?: () => Promise<void>;
  readonly stdin?: string;
  readonly version?: string;
  readonly now?: string;
  /** Who runs it; Ada by default. */
  readonly actor?: Actor;
  /** Standard output and standard error are a terminal. */
  readonly terminal?: boolean;
  /** Providers that behave as no real one would in a test. */
  readonly openProvider?: Context['openProvider'];
  /** Folders to which something happens meanwhile. */
  readonly openWorkspace?: Context['openWorkspace'];
  /** When somebody stops it; never by default. */
  readonly interruption?: AbortSignal;
}

/** A fleet in a real repository of its own, with a clock that stands still between acts. */
export interface TestFleet {
  readonly directory: string;
  write(path: string, text: string): void;
  remove(path: string): void;
  git(...args: string[]): string;
  stowage(...args: string[]): Promise<Outcome>;
  stowageIn(surroundings: Surroundings, ...args: string[]): Promise<Outcome>;
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
  const stowageIn = async (surroundings: Surroundings, ...args: string[]): Promise<Outcome> => {
    let stdout = '';
    let stderr = '';
    const world = testContext(directory, () => acts++, {
      stdout: (text) => (stdout += text),
      stderr: (text) => (stderr += text),
    });
    const status = await run(args, changed(world, surroundings));
    return { status, stdout, stderr };
  };
  return {
    directory,
    write,
    remove: (path) => rmSync(join(directory, path), { recursive: true }),
    git,
    stowage: (...args) => stowageIn({}, ...args),
    stowageIn,
    dispose: () => rmSync(directory, { recursive: true, force: true, maxRetries: 10 }),
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
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
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
    askHidden: () => Promise.resolve(null),
    readStdin: () => Promise.resolve(''),
    interruption: () => new AbortController().signal,
    actor: () => Promise.resolve({ name: 'Ada', email: 'ada@example.org' }),
    openWorkspace,
    openStateStore: (location) =>
      openFleetState({ ...location, environment: { ...process.env, ...IDENTITY } }),
    openLeaseStore: (location) =>
      openFleetLease({ ...location, environment: { ...process.env, ...IDENTITY } }),
    openHistory: (root) =>
      Promise.resolve(
        openGitHistory({
          directory: root,
          inventoryOf,
          environment: { ...process.env, ...IDENTITY },
        }),
      ),
    openProvider,
    openRemote: ({ user, port, wait }, identity) => ({
      shell: openSsh(identity),
      user,
      port,
      wait: wait ?? identity !== null,
    }),
    openSecretSource: (around) => Promise.resolve(openSecretSource(around)),
    openSecretSafe: (around) => Promise.resolve(openSecretSafe(around)),
    revealed: new Revealed(),
    machine: { host: 'here', pid: process.pid },
    openSolver: openHighsInProcess,
    schema: (name) => JSON.parse(readFileSync(`schemas/${name}.json`, 'utf8')) as Record<string, unknown>,
    writeFile: (path, text) => writeFileSync(path, text),
    readFile: (path) => readFileSync(path, 'utf8'),
  };
}

function changed(context: Context, surroundings: Surroundings): Context {
  const { cwd = '.', env = {}, answer, stdin = '', version, now, actor, terminal = false } = surroundings;
  const { meanwhile = () => Promise.resolve(), interruption } = surroundings;
  return {
    ...context,
    cwd: join(context.cwd, cwd),
    env,
    version: version ?? context.version,
    actor: actor ? () => Promise.resolve(actor) : context.actor,
    now: now === undefined ? context.now : () => new Date(now),
    stdout: { ...context.stdout, isTTY: terminal },
    stderr: { ...context.stderr, isTTY: terminal },
    ask: async () => {
      await meanwhile();
      return answer ?? null;
    },
    askHidden: () => Promise.resolve(answer ?? null),
    openProvider: surroundings.openProvider ?? context.openProvider,
    openWorkspace: surroundings.openWorkspace ?? context.openWorkspace,
    interruption: interruption ? () => interruption : context.interruption,
    readStdin: () => Promise.resolve(stdin),
  };
}
