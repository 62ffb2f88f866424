import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleMortal } from './bundle.ts';
import { GROUNDS } from './grounds/grounds.ts';
import { drawn, gitRunsOf, killed, pointsOf } from './kills.ts';
import { lived } from './lifecycle.ts';
import { raced } from './races.ts';
import { randomFrom } from '../../src/packing/random.ts';
import type { Harm } from './terraform.ts';
import { terraformKilled, terraformVersion } from './terraform.ts';

const HELP = `npm run faults -- [--only kills|every|git|clock|life|races|pauses|terraform] [--seed N] [--hosts 50] [--kills 200] [--rounds 10] [--stride 1]
                [--on sandbox|hetzner-cloud|hetzner-robot|ionos-dcd]
  kills   dies at points drawn at random, then applies again
  every   dies at every point at which an apply waits for the world, once
  git     dies before and after every git that it runs, once
  clock   is killed from outside, at a moment drawn at random
  life    orders, changes, drains and gives back, each apply killed a little further on until one gets through
  races   eight processes apply different changes to one remote at once
  pauses  the same with one held past its lease
  terraform  kills it and stowage alike, where it is installed, and counts what is lost
`;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  options: {
    help: { type: 'boolean', default: false },
    only: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1e6) },
    hosts: { type: 'string', default: '50' },
    kills: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '10' },
    stride: { type: 'string', default: '1' },
    on: { type: 'string', default: 'sandbox' },
  },
});
if (values.help) {
  say(HELP);
  process.exit();
}
const folder = mkdtempSync(join(tmpdir(), 'stowage-mortal-'));
const mortal = await bundleMortal(folder);
const { seed } = values;
const ground = GROUNDS[values.on];
if (!ground) throw new Error(`--on ${values.on}: one of ${Object.keys(GROUNDS).join(', ')}`);
const [hosts, kills, rounds] = [Number(values.hosts), Number(values.kills), Number(values.rounds)];

/** How long an order takes, in milliseconds, for both. */
const LATENCY_MS = 100;

type Suite = (report: (what: string, faults: readonly string[]) => void) => Promise<void>;

/** Each gets numbers of its own, so that one suite alone repeats what it did among the others. */
const suites: Record<string, Suite> = {
  async kills(report) {
    const points = await pointsOf(mortal, hosts, ground);
    for (const dieAt of drawn(kills, points.length, randomFrom(Number(seed))))
      report(`dies at ${points[dieAt - 1]}`, await killed({ mortal, ground, hosts, fates: [{ dieAt }] }));
  },
  async every(report) {
    for (const [index, point] of (await pointsOf(mortal, hosts, ground)).entries())
      report(`dies at ${point}`, await killed({ mortal, ground, hosts, fates: [{ dieAt: index + 1 }] }));
  },
  async git(report) {
    const runs = await gitRunsOf(mortal, hosts, ground);
    for (let nth = 1; nth <= runs; nth++)
      for (const when of ['before', 'after'] as const)
        report(
          `dies ${when} its git no. ${nth}`,
          await killed({ mortal, ground, hosts, fates: [{ git: { nth, when } }] }),
        );
  },
  async clock(report) {
    const random = randomFrom(Number(seed));
    for (let nth = 0; nth < kills; nth++) {
      const after = Array.from({ length: 3 }, () => 200 + Math.floor(random() * 1500));
      report(
        `killed after ${after.join(', ')} ms`,
        await killed({ mortal, ground, hosts, fates: after.map((killAfter) => ({ killAfter })) }),
      );
    }
  },
  async life(report) {
    const stride = Number(values.stride);
    report(`a life of ${hosts} hosts`, await lived({ mortal, hosts, ground, stride, say }));
  },
  async terraform() {
    const version = terraformVersion();
    if (version === null) return say('terraform: not installed, nothing to compare with');
    const random = randomFrom(Number(seed));
    const sums = { terraform: emptyHarm(), stowage: emptyHarm() };
    for (let nth = 0; nth < rounds; nth++) {
      const moment = 1 + Math.floor(random() * (hosts - 1));
      add(sums.terraform, await terraformKilled(hosts, moment, LATENCY_MS));
      const found = await killed({
        mortal,
        hosts,
        fates: [{ killAtEffect: moment }],
        latencyMs: [LATENCY_MS, LATENCY_MS],
      });
      add(sums.stowage, harmIn(found));
    }
    say(
      `${rounds} applies of ${hosts} objects killed, then applied again   doubled  lost  unknown  record unusable`,
    );
    for (const [tool, harm] of Object.entries(sums))
      say(
        `${(tool === 'terraform' ? `terraform ${version}` : 'stowage').padEnd(54)} ${Object.values(harm)
          .map((sum) => String(sum).padStart(7))
          .join('')}`,
      );
  },
  async races(report) {
    const random = randomFrom(Number(seed));
    report(`${rounds} rounds of 8`, await raced({ mortal, processes: 8, rounds, random, pausing: false }));
  },
  async pauses(report) {
    const random = randomFrom(Number(seed));
    report(
      `${rounds} rounds of 8, one held`,
      await raced({ mortal, processes: 8, rounds, random, pausing: true }),
    );
  },
};

interface HarmSum {
  doubled: number;
  lost: number;
  unknown: number;
  unusable: number;
}

function emptyHarm(): HarmSum {
  return { doubled: 0, lost: 0, unknown: 0, unusable: 0 };
}

function add(sum: HarmSum, harm: Harm): void {
  sum.doubled += harm.doubled;
  sum.lost += harm.lost;
  sum.unknown += harm.unknown;
  sum.unusable += Number(harm.unusable);
}

/** Counts what the words of `disorder` say. */
function harmIn(faults: readonly string[]): Harm {
  const count = (words: RegExp): number => faults.filter((fault) => words.test(fault)).length;
  return {
    doubled: count(/is there \d+ times|^made /),
    lost: count(/nobody's|^unfinished/),
    unknown: count(/is lost/),
    unusable: count(/^the last apply ended/) > 0,
  };
}

let bad = 0;
for (const [name, suite] of Object.entries(suites)) {
  if (values.only !== undefined && values.only !== name) continue;
  let count = 0;
  let found = 0;
  await suite((what, faults) => {
    count++;
    process.stderr.write(`${name}: ${count} done\r`);
    if (faults.length === 0) return;
    found++;
    say(`${name}: ${what}: ${faults.join('; ')}`);
    say(
      `  again with: npm run faults -- --only ${name} --seed ${seed} --hosts ${hosts} --kills ${kills} --rounds ${rounds}`,
    );
  });
  if (count > 0) say(`${name}: ${count} done, ${found} with faults (seed ${seed}, ${hosts} hosts)`);
  bad += found;
}
rmSync(folder, { recursive: true });
process.exitCode = bad > 0 ? 1 : 0;
