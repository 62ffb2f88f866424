import { loadPlace } from './place/load.mjs';
import { rows } from './place/rows.mjs';
import { print } from './place/table.mjs';

/** Measures placement against the goals of placement.md: `node --expose-gc bench/place.mjs [runs]`. */
const runs = Number(process.argv[2] ?? 5);
const place = await loadPlace();
print(await rows(place, runs), runs);
