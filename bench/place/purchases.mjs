import { randomFrom } from './random.mjs';

const PROFILES = [
  ['vps-s', [2, 4, 0, 0.4, 0], 5],
  ['vps-m', [4, 8, 0, 0.8, 0], 9],
  ['vps-l', [8, 16, 0, 1.6, 0], 17],
  ['vps-xl', [16, 32, 0, 3.2, 0], 33],
  ['hm-8', [8, 64, 0, 2.4, 0], 41],
  ['hm-16', [16, 128, 0, 4.8, 0], 79],
  ['bm-12', [12, 64, 0, 10.24, 0], 52],
  ['bm-16', [16, 128, 0, 19.2, 0], 84],
  ['bm-32', [32, 256, 0, 38.4, 0], 149],
  ['bm-64', [64, 512, 0, 38.4, 0], 259],
  ['bm-96', [96, 768, 0, 76.8, 0], 419],
  ['bm-128', [128, 1024, 0, 76.8, 0], 540],
  ['st-16', [16, 64, 0, 153.6, 0], 139],
  ['hc-32', [32, 64, 0, 4.8, 0], 99],
  ['hc-64', [64, 128, 0, 9.6, 0], 189],
  ['gpu-4090x1', [16, 64, 24, 19.2, 1], 289],
  ['gpu-a6000x2', [32, 256, 96, 38.4, 2], 690],
  ['gpu-a100x4', [64, 512, 320, 76.8, 4], 2900],
  ['gpu-h100x8', [128, 2048, 640, 153.6, 8], 9800],
  ['gpu-l4x1', [8, 32, 24, 4.8, 1], 199],
].map(([name, cap, price]) => ({ name, cap, price }));

/** Each once for every so many in a hundred. */
const weighed = (table) => table.flatMap(([value, times]) => Array(times).fill(value));
const CORES = weighed([
  [0.25, 8],
  [0.5, 11],
  [1, 20],
  [2, 17],
  [4, 24],
  [8, 9],
  [16, 11],
]);
const DISKS = weighed([
  [0.05, 65],
  [0.1, 5],
  [0.5, 5],
  [1, 6],
  [2, 8],
  [4, 5],
  [10, 3],
  [40, 3],
]);
const SPREAD = weighed([
  [null, 57],
  [1, 20],
  [2, 23],
]);
/** What the rules allow: anything, what is rented by the slice, or bare metal. */
const TAGS = weighed([
  [/./, 85],
  [/^(vps|hm)/, 8],
  [/^(bm|st|hc|gpu)/, 7],
]);

/**
 * Makes a case like those of the data: 200 services of random sizes among 20 profiles, 3 % of them with a graphics
 * card where there are to be any.
 * @param {number} seed
 * @param {boolean} withCards
 */
export function purchaseCase(seed, withCards) {
  const random = randomFrom(seed);
  const services = Array.from({ length: 200 }, () => {
    const card = withCards && random.chance(0.03);
    const cores = card ? random.whole(4, 14) : random.pick(CORES);
    const memory = Math.max(0.25, Math.round(cores * (0.5 + 4.5 * random.next()) * 4) / 4);
    const req = [
      cores,
      memory,
      card ? random.pick([12, 20, 24, 40, 48]) : 0,
      random.pick(DISKS),
      Number(card),
    ];
    const tag = card ? /./ : random.pick(TAGS);
    const profiles = PROFILES.filter(
      ({ name, cap }) =>
        tag.test(name) &&
        (withCards || !name.startsWith('gpu')) &&
        req.every((amount, r) => amount <= (cap[r] ?? 0)),
    ).map(({ name }) => name);
    return { req, replicas: random.whole(1, 6), spreadMax: random.pick(SPREAD), profiles };
  }).filter(({ profiles }) => profiles.length > 0);
  return { dims: ['cores', 'memGB', 'vramGB', 'nvme100GB', 'gpus'], profiles: PROFILES, services };
}
