import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROJECT = `apiVersion: stowage/v1
kind: Project
metadata: { name: bench }
spec: { state: { remote: none } }
`;
const CATEGORIES = ['deployment', 'maintenance', 'incident', 'hardware', 'network'];

/** An empty fleet in a repository of its own, which keeps its state there. */
export function emptyFleet() {
  const directory = mkdtempSync(join(tmpdir(), 'stowage-bench-'));
  const environment = { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', directory], { env: environment });
  writeFileSync(join(directory, 'stowage.yaml'), PROJECT);
  return { directory, environment, dispose: () => rmSync(directory, { recursive: true, force: true }) };
}

/** Entries from one number to another, one a minute, for so many computes in turn. */
export function entries(from, to, computes) {
  return Array.from({ length: to - from }, (_, index) => {
    const n = from + index;
    const time = Date.UTC(2026, 0, 1) + n * 60_000;
    return {
      effect: null,
      entry: {
        id: ulidOf(time, n),
        timestamp: new Date(time).toISOString(),
        category: CATEGORIES[n % CATEGORIES.length],
        author: { name: 'Ada Example', email: 'ada@example.org' },
        compute: `fsn1-node-${n % computes}`,
        subject: `place web-${n}, 2 cores 4 GB`,
        content: n % 10 === 0 ? `It was needed for ${n} reasons.\n\nThey are many.` : '',
        origin: {
          plan: `sha256:${'ab'.repeat(32)}`,
          step: `place:Service/web-${n}#1`,
          desired: 'cd'.repeat(20),
        },
      },
    };
  });
}

function ulidOf(time, n) {
  const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  let rest = time;
  let text = '';
  for (let digit = 0; digit < 10; digit++, rest = Math.floor(rest / 32)) text = digits[rest % 32] + text;
  return text + String(n).padStart(16, '0');
}
