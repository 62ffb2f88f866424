import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFleet } from '../generate/write.mjs';
import { printed } from './measure.mjs';
import { commitAll, GIT_ENV } from './repository.mjs';
import { series } from './series.mjs';

/** The command line that is measured. */
export const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/**
 * Measures Stowage on a generated fleet: validate, the plan that creates it, apply, the plan with nothing to do.
 * @param {number} manifests
 * @param {{ folder: string, scratch: string, runs: number, seed: number, timeLimit: number }} options
 * @returns {Promise<import('./series.mjs').Row[]>}
 */
export async function stowage(manifests, { folder, scratch, runs, seed, timeLimit }) {
  const root = join(folder, `fleet-${manifests}`);
  mkdirSync(root);
  process.stderr.write(`generating ${manifests} manifests\n`);
  writeFleet(root, manifests, seed);
  commitAll(root);
  const setting = { cwd: root, env: GIT_ENV, timeLimit, scratch };
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
      [process.execPath, MAIN, ...words],
      setting,
    );

  const rows = [
    await run('validate', runs, `valid: ${manifests} resources`, 'validate'),
    await run('plan, all to create', runs, `Plan: ${manifests} create`, 'plan'),
    await run('apply', 1, 'place', 'apply', '--yes'),
  ];
  if (rows.some(({ failure }) => failure !== undefined)) return rows;
  return [...rows, await run('plan, nothing to do', runs, 'nothing to do', 'plan')];
}
