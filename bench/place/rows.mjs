import { readdirSync } from 'node:fs';
import { basename } from 'node:path';

/** @typedef {{ what: string, peer: string, figure: string, goal: string, met: boolean | null }} Row */

/**
 * What every file of rows is given.
 * @typedef {object} Context
 * @property {any} place the placement phase, bundled
 * @property {any} packing the search for the cheapest hosts, bundled
 * @property {any} solver
 * @property {number} runs
 * @property {string} dataDir a folder of published cases; it may be absent
 * @property {string} [only] the one file of rows that is wanted
 */

const folder = new URL('rows/', import.meta.url);

/** The files of rows by name. */
export const names = readdirSync(folder)
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => basename(file, '.mjs'))
  .sort();

/**
 * Measures one file of rows after the other.
 * @param {Context} context
 * @returns {Promise<Row[]>}
 */
export async function measure(context) {
  const measured = [];
  for (const name of names) {
    if (context.only !== undefined && context.only !== name) continue;
    const { rows } = await import(new URL(`${name}.mjs`, folder).href);
    measured.push(...(await rows(context)));
  }
  return measured;
}
