import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { writeFleet } from './generate/write.mjs';
import { loadPlan } from './place/load.mjs';
import { print } from './state/table.mjs';

/** Measures what checking a fleet takes beside reading it: `node bench/check.mjs [--size 10000] [--runs 7]`. */
const { values } = parseArgs({
  options: { size: { type: 'string', default: '10000' }, runs: { type: 'string', default: '7' } },
});
const [size, runs] = [Number(values.size), Number(values.runs)];
const GOAL = 1.5;
const NETWORK = /^(IP|DNS|Port|Firewall)/;

const { parse, readProject, validateFleet } = await loadPlan();
const { settings, files } = fleetOf(size);
const { value: project } = readProject(settings, 'bench');
const today = '2026-01-15';
// By turns, so that what else the machine does hits both alike; the first turn is as cold as a command is.
const times = Array.from({ length: runs }, () => ({
  parse: spent(() => parse(files)),
  whole: spent(() => validateFleet(files, today, project)),
}));
const { value: graph, diagnostics } = validateFleet(files, today, project);
if (graph.manifests.length !== size || diagnostics.length > 0)
  throw new Error(`the fleet is not what it should be: ${JSON.stringify(diagnostics[0])}`);
const network = graph.manifests.filter(({ kind }) => NETWORK.test(kind)).length;

const ratios = times.map(({ parse: read, whole }) => (whole - read) / read);
const [cold] = ratios;
const warm = median(ratios.slice(1));
console.log(
  `load ${(loadavg()[0] ?? 0).toFixed(1)}; ${size} manifests, ${network} of them about the network; ${runs} turns`,
);
print([
  ['parse', `${Math.round(median(times.map((time) => time.parse)))} ms CPU`, '', null],
  ['parse, resolve and check', `${Math.round(median(times.map(({ whole }) => whole)))} ms CPU`, '', null],
  ['resolve and check ÷ parse, cold', cold.toFixed(2), `< ${GOAL}`, cold < GOAL],
  ['resolve and check ÷ parse, median of the others', warm.toFixed(2), `< ${GOAL}`, warm < GOAL],
]);

/** Milliseconds of CPU that some work takes in this process. */
function spent(work) {
  globalThis.gc?.();
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}

/** The files of a generated fleet, and its settings. */
function fleetOf(count) {
  const root = mkdtempSync(join(tmpdir(), 'stowage-bench-'));
  try {
    writeFleet(root, count, 7);
    const folder = join(root, 'inventory');
    const read = (path) => ({ path: relative(root, path), bytes: readFileSync(path) });
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, path, name }) => join(parentPath ?? path, name))
      .sort()
      .map(read);
    return { settings: read(join(root, 'stowage.yaml')), files };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function median(figures) {
  return [...figures].sort((a, b) => a - b)[figures.length >> 1];
}
