import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { testFleet } from '../support/command.ts';

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
  /** Waits for a line that was not printed before. */
  const says = async (text: string): Promise<void> => {
    const deadline = Date.now() + 20_000;
    while (!printed.includes(text) && Date.now() < deadline)
      await new Promise((done) => setTimeout(done, 20));
    expect(printed).toContain(text);
    printed = '';
  };
  try {
    await says('plan: 1 create');
    // The watcher looks at the folder only after the first verdict.
    await new Promise((done) => setTimeout(done, 500));
    fleet.write('inventory/web.yaml', SERVICE('core: 1'));
    await says('1 error in 0 resources in 1 file');
    fleet.write('inventory/web.yaml', SERVICE('cores: 1'));
    await says('fixed inventory/web.yaml schema.additionalProperties');
    watching.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(fleet.git('for-each-ref')).toBe('');
  } finally {
    watching.kill('SIGKILL');
    fleet.dispose();
  }
});
