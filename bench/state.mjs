import { spawnSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { emptyFleet, entries } from './state/fleet.mjs';
import { loadState } from './state/load.mjs';
import { print } from './state/table.mjs';

/** Measures the state branch against its goals, as built in dist/: `npm run build && npm run bench:state [runs]`. */
const runs = Number(process.argv[2] ?? 5);
const COMPUTES = 400;
const BATCH = 10_000;
const LONG = 100_000;

const { openGitStateStore, NOTHING_RECORDED } = await loadState();
const median = (figures) => figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)];
const open = ({ directory, environment }) =>
  openGitStateStore({ directory, environment, branch: 'stowage/state', remote: null });

/** Seconds that one write of many entries takes in a new repository. */
async function secondsToWrite() {
  const fleet = emptyFleet();
  try {
    const acts = entries(0, BATCH, COMPUTES);
    const start = performance.now();
    await open(fleet).write(NOTHING_RECORDED, acts, 'tree');
    return (performance.now() - start) / 1000;
  } finally {
    fleet.dispose();
  }
}

/** Seconds that a whole process takes to list what happened to one compute. */
function secondsToList({ directory, environment }, ...options) {
  const args = [resolve('dist/main.js'), 'journal', 'list', '-C', directory, '--output', 'json', ...options];
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    env: environment,
    encoding: 'utf8',
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(stderr);
  return { seconds, found: JSON.parse(stdout).entries.length };
}

const writing = [];
for (let run = 0; run < runs; run++) writing.push(BATCH / (await secondsToWrite()));

const fleet = emptyFleet();
let listing;
let floor;
const onTop = [];
try {
  const store = open(fleet);
  let state = NOTHING_RECORDED;
  for (let from = 0; from < LONG; from += BATCH) {
    const acts = entries(from, from + BATCH, COMPUTES);
    const start = performance.now();
    state = await store.write(state, acts, 'tree');
    onTop.push(BATCH / ((performance.now() - start) / 1000));
  }
  const times = Array.from({ length: runs }, () => secondsToList(fleet, '--compute', 'fsn1-node-7'));
  if (times.some(({ found }) => found !== LONG / COMPUTES)) throw new Error('the journal is not complete');
  listing = median(times.map(({ seconds }) => seconds));
  floor = median(
    Array.from({ length: runs }, () => {
      const start = performance.now();
      spawnSync(process.execPath, ['-e', '0']);
      return (performance.now() - start) / 1000;
    }),
  );
} finally {
  fleet.dispose();
}

console.log(`load ${(loadavg()[0] ?? 0).toFixed(1)}; medians of ${runs} runs`);
const rate = median(writing);
const lastRate = onTop.at(-1);
print([
  [`${BATCH} entries in one write`, `${Math.round(rate)} commits/s`, '> 2000 commits/s', rate > 2000],
  [
    `${BATCH} more on top of ${LONG - BATCH}`,
    `${Math.round(lastRate)} commits/s`,
    '> 2000 commits/s',
    lastRate > 2000,
  ],
  [`journal list --compute, of ${LONG} entries`, `${listing.toFixed(3)} s`, '< 0.3 s', listing < 0.3],
  ['node -e 0, the floor of that', `${floor.toFixed(3)} s`, '', null],
]);
