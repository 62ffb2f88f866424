import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleMortal } from './bundle.ts';
import { drawn, killed, pointsOf } from './kills.ts';
import { randomFrom } from './random.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    hosts: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
    every: { type: 'boolean', default: false },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'stowage-mortal-'));
const mortal = await bundleMortal(folder);
const random = randomFrom(Number(values.seed));
const hosts = Number(values.hosts);
const points = await pointsOf(mortal, hosts);
console.log(`an apply of ${hosts} hosts passes ${points.length} points; seed ${values.seed}`);
let faults = 0;
const chosen = values.every
  ? points.map((_, index) => index + 1)
  : drawn(Number(values.kills), points.length, random);
for (const point of chosen) {
  const found = await killed({ mortal, hosts, points: [point] });
  console.log(
    `${point} ${points[point - 1]?.split(' ').slice(1).join(' ')}: ${found.length === 0 ? 'ok' : found.join('; ')}`,
  );
  faults += found.length;
}
rmSync(folder, { recursive: true });
process.exitCode = faults > 0 ? 1 : 0;
