import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { testFleet } from '../support/command.ts';
import { until } from '../support/until.ts';

const SERVICE = (cores: string) => `apiVersion: stowage/v1
kind: Service
metadata: { name: web }
spec: { replicas: 0, resources: { min: { ${cores} } } }
`;

test('every save is judged: what appeared, what was fixed, what would be planned', async () => {
  const fleet = testFleet({ 'inventory/web.yaml': SERVICE('cores: 1') });
  const watching = spawn(process.execPath, [join('dist', 'main.js'), 'watch', '-C', fleet.directory]);
  let printed = '';
  watching.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = new Promise<number | null>((done) => watching.on('exit', done));
  const says = (text: string) => until(() => printed.includes(text));
  /** Saves again and again until a line is printed: the watcher looks at the folder only after the first verdict. */
  const answers = async (text: string, save: () => void): Promise<void> => {
    const saving = setInterval(save, 500);
    save();
    await says(text).finally(() => clearInterval(saving));
  };
  try {
    await says('plan: 1 create');
    await answers('1 error in 0 resources in 1 file', () =>
      fleet.write('inventory/web.yaml', SERVICE('core: 1')),
    );
    await answers('fixed inventory/web.yaml schema.additionalProperties', () =>
      fleet.write('inventory/web.yaml', SERVICE('cores: 1')),
    );
    watching.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(fleet.git('for-each-ref')).toBe('');
  } finally {
    watching.kill('SIGKILL');
    fleet.dispose();
  }
});
