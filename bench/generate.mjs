import { parseArgs } from 'node:util';
import { SMALLEST_FLEET } from './generate/fleet.mjs';
import { writeFleet } from './generate/write.mjs';

// node bench/generate.mjs 10000 DIR [--seed 7]: the same count and seed write the same bytes.
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '7' } },
});
const [count, root] = positionals;
if (root === undefined || !(Number(count) >= SMALLEST_FLEET)) {
  process.stderr.write(
    `usage: node bench/generate.mjs COUNT DIR [--seed 7], COUNT at least ${SMALLEST_FLEET}\n`,
  );
  process.exit(1);
}
const { files, bytes } = writeFleet(root, Number(count), Number(values.seed));
process.stderr.write(`${count} manifests in ${files} files, ${bytes} bytes\n`);
