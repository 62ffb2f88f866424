import { parseArgs } from 'node:util';
import { loadPacking, loadPlace } from './place/load.mjs';
import { measure, names } from './place/rows.mjs';
import { print } from './place/table.mjs';

/** Measures placement against the goals of placement.md: `node bench/place.mjs [runs] [--only NAME]`. */
const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
const runs = Number(positionals[0] ?? 5);
const { only } = values;
if (only !== undefined && !names.includes(only)) {
  console.error(`there is no ${only}; there are ${names.join(', ')}`);
  process.exit(2);
}
const packing = await loadPacking();
const solver = packing.openHighs(packing.script);
const dataDir = process.env.STOWAGE_DATA_DIR ?? '../shared/data';
try {
  print(await measure({ place: await loadPlace(), packing, solver, runs, dataDir, only }), runs);
} finally {
  await solver.dispose();
}
