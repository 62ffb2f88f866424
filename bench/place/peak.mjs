import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { manifestsOf } from './fleet.mjs';
import { loadPlace } from './load.mjs';

// What is resident once the fleet is compiled is the floor: the graph, the compiled fleet and the runtime.
setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');
const place = await loadPlace();
const graph = new place.Graph(manifestsOf(JSON.parse(process.argv[2])), [], new Map());
const fleet = place.compile(graph, { target: 0.65, ceiling: 0.7 });
gc();
const before = process.memoryUsage().rss;
const outcome = place.placeOn(fleet, []);
// The outcome is still held, so what is resident now is the most that was needed, but for what was given back.
const most = process.resourceUsage().maxRSS * 1024;
process.send?.(Math.round((Math.max(most, outcome.placements.length) - before) / 1e6));
