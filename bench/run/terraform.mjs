import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printed } from './measure.mjs';
import { series } from './series.mjs';
import { resource } from './terraform-resource.mjs';

/** Making state with terraform apply takes minutes beyond this, so only here a plan with nothing to do is measured. */
export const MOST_APPLIED = 1_000;
/** A run with more takes most of a minute, so one is enough. */
const MOST_REPEATED = 1_000;

const PROGRAM = 'terraform';
const ENV = {
  CHECKPOINT_DISABLE: '1',
  TF_IN_AUTOMATION: '1',
  TF_INPUT: '0',
  TF_CLI_CONFIG_FILE: '/dev/null',
};

/** The version of terraform, or undefined where it is not installed. */
export function terraformVersion() {
  const { status, stdout } = spawnSync(PROGRAM, ['version', '-json'], {
    encoding: 'utf8',
    env: { ...process.env, ...ENV },
  });
  return status === 0 ? /** @type {string} */ (JSON.parse(stdout).terraform_version) : undefined;
}

/**
 * Measures terraform on as many `terraform_data`: the resource that is built in, and so has no provider whose
 * time would count.
 * @param {number} manifests
 * @param {{ folder: string, scratch: string, runs: number, timeLimit: number }} options
 * @returns {Promise<import('./series.mjs').Row[]>}
 */
export async function terraform(manifests, { folder, scratch, runs, timeLimit }) {
  const root = join(folder, `terraform-${manifests}`);
  mkdirSync(root);
  writeFileSync(
    join(root, 'main.tf'),
    Array.from({ length: manifests }, (_, nth) => resource(nth)).join('\n'),
  );
  const setting = { cwd: root, env: ENV, timeLimit, scratch };
  const says = (/** @type {string} */ text) => () =>
    printed(setting).includes(text) ? undefined : `did not say "${text}"`;
  const run = (
    /** @type {string} */ command,
    /** @type {number} */ times,
    /** @type {string} */ expected,
    /** @type {string[]} */ ...words
  ) =>
    series(
      { manifests, command, runs: times, check: says(expected) },
      [PROGRAM, ...words, '-no-color'],
      setting,
    );

  const init = await run('terraform init', 1, 'successfully initialized', 'init');
  if (init.failure !== undefined) return [init];
  const times = manifests > MOST_REPEATED ? 1 : runs;
  const rows = [
    await run('terraform validate', times, 'is valid', 'validate'),
    await run('terraform plan, all to create', times, `${manifests} to add`, 'plan'),
  ];
  if (manifests > MOST_APPLIED) return rows;
  const applied = await run('terraform apply', 1, `${manifests} added`, 'apply', '-auto-approve');
  if (applied.failure !== undefined) return [...rows, applied];
  return [...rows, applied, await run('terraform plan, nothing to do', times, 'No changes', 'plan')];
}
