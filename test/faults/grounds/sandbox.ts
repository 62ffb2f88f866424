import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '../../../src/model/machine.ts';
import type { OpenGround } from './ground.ts';

/** Machines that are files in a folder. */
export const sandbox: OpenGround = (folder) => {
  const place = join(folder, 'sandbox');
  mkdirSync(join(place, 'machines'), { recursive: true });
  return Promise.resolve({
    documents: [
      `ComputeProvider, metadata: { name: pool }, spec: { family: sandbox, endpoint: ${place} }`,
      'ComputeProfile, metadata: { name: small }, spec: { family: sandbox, resources: { cores: 2 }, price: { monthly: 20 } }',
    ],
    environment: {},
    slow: (latencyMs) => writeFileSync(join(place, 'behaviour.json'), JSON.stringify({ latencyMs })),
    machines: () =>
      readdirSync(join(place, 'machines')).map(
        (file) => (JSON.parse(readFileSync(join(place, 'machines', file), 'utf8')) as Machine).name,
      ),
    effects: () => {
      const file = join(place, 'log.ndjson');
      const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
      return lines.map((line) => {
        const { what, name } = JSON.parse(line) as { what: string; name: string };
        return `${what} ${name}`;
      });
    },
    violations: () => [],
    close: () => Promise.resolve(),
  });
};
