import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A real repository in a temporary folder, with an author, dates, home and configuration of its own. */
export interface TemporaryRepository {
  readonly directory: string;
  /** Where its bare remote `origin` is; null without one. */
  readonly remote: string | null;
  readonly environment: NodeJS.ProcessEnv;
  /** Runs git in it and returns what git prints, trimmed. */
  readonly git: (...args: readonly string[]) => string;
  /** Like `git`, with text for its standard input. */
  readonly gitWith: (input: string, ...args: readonly string[]) => string;
  /** Writes a file of the work tree, with a mode if given. */
  readonly write: (path: string, content: string, mode?: number) => void;
  /** Another clone of the remote, in its own folder, removed with this one. */
  readonly clone: () => TemporaryRepository;
  readonly remove: () => void;
}

/** Makes a repository with branch `main`; with `remote`, also an empty bare one that it knows as `origin`. */
export function temporaryRepository(options: { readonly remote?: boolean } = {}): TemporaryRepository {
  const root = mkdtempSync(join(tmpdir(), 'stowage-git-'));
  const environment = fixedEnvironment(root);
  const remote = options.remote ? join(root, 'remote.git') : null;
  if (remote !== null) {
    execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', remote], { env: environment });
  }
  const directory = join(root, 'work');
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', directory], { env: environment });
  const repository = repositoryAt(root, directory, remote, environment);
  if (remote !== null) repository.git('remote', 'add', 'origin', remote);
  return repository;
}

function repositoryAt(
  root: string,
  directory: string,
  remote: string | null,
  environment: NodeJS.ProcessEnv,
): TemporaryRepository {
  const run = (args: readonly string[], input: string): string =>
    execFileSync('git', args, {
      cwd: directory,
      env: environment,
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    }).trim();
  return {
    directory,
    remote,
    environment,
    git: (...args) => run(args, ''),
    gitWith: (input, ...args) => run(args, input),
    write(path, content, mode) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), content, { mode });
    },
    clone() {
      if (remote === null) throw new Error('there is no remote to clone');
      const other = mkdtempSync(join(root, 'clone-'));
      execFileSync('git', ['clone', '--quiet', remote, other], { env: environment, stdio: 'ignore' });
      return repositoryAt(root, other, remote, environment);
    },
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 10 }),
  };
}

function fixedEnvironment(home: string): NodeJS.ProcessEnv {
  const name = 'Ada Example';
  const email = 'ada@example.org';
  const date = '2026-01-01T00:00:00Z';
  return {
    PATH: process.env['PATH'],
    HOME: home,
    TZ: 'UTC',
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  };
}
