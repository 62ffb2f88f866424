import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machine } from './run/machine.mjs';
import { measurable } from './run/measure.mjs';
import { options } from './run/options.mjs';
import { series } from './run/series.mjs';
import { MAIN, stowage } from './run/stowage.mjs';
import { rated, table } from './run/table.mjs';
import { MOST_APPLIED, terraform, terraformVersion } from './run/terraform.mjs';

/** A fleet of this size is measured once. */
const MEASURED_ONCE = 100_000;
const FLOOR_RUNS = 11;

const { sizes, runs, seed, terraformLimit, timeLimit, json, keep } = options();
if (!measurable()) throw new Error('the bench measures on Linux, x64 or arm64');
if (!existsSync(MAIN)) throw new Error('there is no dist/main.js: npm run generate && npm run build');

const folder = mkdtempSync(join(tmpdir(), 'stowage-bench-'));
process.on('exit', () => {
  if (keep) process.stderr.write(`kept: ${folder}\n`);
  else rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

const peer = terraformVersion();
const common = { folder, scratch: folder, timeLimit };
const floor = await series(
  { manifests: 0, command: 'node -e 0', runs: FLOOR_RUNS },
  [process.execPath, '-e', '0'],
  { ...common, cwd: folder },
);
const rows = [floor];
const notes = [];
for (const size of sizes) {
  const times = size >= MEASURED_ONCE ? 1 : runs;
  rows.push(...(await stowage(size, { ...common, runs: times, seed })));
  if (peer === undefined) notes.push(`${size}: no terraform rows, as it is not installed`);
  else if (size > terraformLimit)
    notes.push(`${size}: no terraform rows, above --terraform-limit ${terraformLimit}`);
  else {
    rows.push(...(await terraform(size, { ...common, runs: times })));
    if (size > MOST_APPLIED) {
      notes.push(
        `${size}: no terraform apply and no plan with nothing to do, as making the state would take too long`,
      );
    }
  }
}

const result = rated(rows, floor);
process.stdout.write(
  json
    ? `${JSON.stringify({ machine: machine(peer), rows: result, notes }, null, 2)}\n`
    : `${machine(peer)}\n\n${table(result)}${notes.map((note) => `\n${note}`).join('')}\n`,
);
if (rows.some(({ failure }) => failure !== undefined)) process.exitCode = 1;
