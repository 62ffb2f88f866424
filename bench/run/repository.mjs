import { execFileSync } from 'node:child_process';

/** Git reads neither the settings of the machine nor those of the person. */
export const GIT_ENV = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
};

/** Makes a folder a git repository with everything committed, the same commit every time. @param {string} root */
export function commitAll(root) {
  const git = (/** @type {string[]} */ ...command) =>
    execFileSync('git', command, {
      cwd: root,
      env: { ...process.env, ...GIT_ENV },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  git('init', '--quiet', '--initial-branch', 'main');
  git('config', 'user.name', 'Stowage bench');
  git('config', 'user.email', 'bench@acme.example');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'a generated fleet');
}
