import { parseArgs } from 'node:util';

/** What `npm run bench -- …` takes. */
export function options() {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '1000,10000,100000' },
      runs: { type: 'string', default: '3' },
      seed: { type: 'string', default: '7' },
      'terraform-limit': { type: 'string', default: '10000' },
      'time-limit': { type: 'string', default: '900' },
      json: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
    },
  });
  const sizes = values.sizes.split(',').map((size) => whole('sizes', size));
  return {
    sizes: sizes.sort((a, b) => a - b),
    runs: whole('runs', values.runs),
    seed: whole('seed', values.seed),
    terraformLimit: whole('terraform-limit', values['terraform-limit']),
    /** Seconds that one process may take. */
    timeLimit: whole('time-limit', values['time-limit']),
    json: values.json,
    keep: values.keep,
  };
}

/** @param {string} name @param {string} text */
function whole(name, text) {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} takes whole numbers, and here is "${text}"`);
  return Number(text);
}
