import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Reads the cases of a folder of the data; null where the folder is absent.
 * @param {string} dataDir
 * @param {string} name
 * @param {string} ending
 * @returns {{ name: string, text: string }[] | null}
 */
export function casesOf(dataDir, name, ending) {
  const folder = join(dataDir, name);
  if (!existsSync(folder)) return null;
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => ({ name: file.slice(0, -ending.length), text: readFileSync(join(folder, file), 'utf8') }));
}

/**
 * Stands for rows that cannot be measured without data.
 * @param {string} what
 * @param {string} goal
 */
export function noData(what, goal) {
  return { what, peer: '–', figure: 'no data', goal, met: null };
}

/** @param {number} share */
export const percent = (share) => `${(100 * share).toFixed(2)} %`;
