import type { Actor } from '../model/journal-entry.ts';
import type { Holder } from '../model/lease.ts';
import type { Context } from './context.ts';

/** Where a run can be watched, as CI systems say it. */
const RUN_URLS: readonly ((env: Context['env']) => string | undefined)[] = [
  ({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run }) =>
    server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined,
  ({ CI_JOB_URL: gitlab }) => gitlab,
  ({ BUILD_URL: jenkins }) => jenkins,
];

/** Who takes the lease of a fleet. */
export function holderOf({ env, machine }: Context, { name, email }: Actor): Holder {
  const runUrl = RUN_URLS.map((urlIn) => urlIn(env)).find((url) => url !== undefined) ?? null;
  return { name: `${name} <${email}>`, ...machine, runUrl };
}
