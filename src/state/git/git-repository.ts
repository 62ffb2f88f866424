import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { simpleGit } from 'simple-git';
import { gitEnvironment } from './git-environment.ts';
import { GitFailure } from './git-failure.ts';

/** Git in one folder. It asks no questions and touches neither work tree nor index. */
export interface GitRepository {
  /** Runs a command, with text for its standard input if given; throws a GitFailure. */
  run(args: readonly string[], input?: string): Promise<string>;
  /** Starts a command whose input or output is a stream, with variables of its own if given. */
  start(args: readonly string[], variables?: NodeJS.ProcessEnv): ChildProcessWithoutNullStreams;
}

/** A write is no moment for housekeeping, and what is pushed is exactly what is named. */
const CONFIG = ['gc.auto=0', 'maintenance.auto=false', 'core.quotePath=false', 'core.commitGraph=true'];

/** The environment is the person's own, and so are the programs it names (simple-git refuses them by default). */
const OWN_PROGRAMS = {
  allowUnsafeAskPass: true,
  allowUnsafeConfigEnvCount: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeCredentialHelper: true,
  allowUnsafeExec: true,
  allowUnsafeGitProxy: true,
  allowUnsafeHooksPath: true,
  allowUnsafeInclude: true,
  allowUnsafeProtocolOverride: true,
  allowUnsafeSshCommand: true,
  allowUnsafeUrlRewrite: true,
};

/** Opens git in a folder of the repository. */
export function openRepository(directory: string, environment: NodeJS.ProcessEnv): GitRepository {
  const env = gitEnvironment(environment);
  return {
    async run(args, input) {
      const git = simpleGit({
        baseDir: directory,
        config: CONFIG,
        allowEnvironment: Object.keys(env),
        unsafe: OWN_PROGRAMS,
        input: () => input,
        errors: (error, { exitCode, stdErr, stdOut }) =>
          exitCode === 0 && !error ? undefined : new GitFailure(failureOutput(error, stdErr, stdOut)),
      });
      return await git.env(env).raw([...args]);
    },
    start(args, variables) {
      const config = CONFIG.flatMap((setting) => ['-c', setting]);
      return spawn('git', [...config, ...args], { cwd: directory, env: { ...env, ...variables } });
    },
  };
}

/** What git said; a rejected push says it on standard output. */
function failureOutput(error: Buffer | Error | undefined, stdErr: Buffer[], stdOut: Buffer[]): string {
  const rejections = String(Buffer.concat(stdOut))
    .split('\n')
    .filter((line) => line.startsWith('!\t'));
  const output = [...rejections.map((line) => line.slice(2)), String(Buffer.concat(stdErr))]
    .join('\n')
    .trim();
  return output || (error instanceof Error ? error.message : 'git failed and gave no reason');
}
