import { describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { testFleet } from '../support/command.ts';
import { until } from '../support/until.ts';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';

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
  try {
    await says('plan: 1 create');
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

/** Ends a watch as soon as the files are watched, and does something just before that begins. */
function endingWatch(stop: AbortController, before: () => void) {
  return (root: string) => {
    const workspace = openWorkspace(root);
    const watch: typeof workspace.watch = async (paths, watcher, signal) => {
      before();
      const ready = (): void => {
        watcher.ready();
        stop.abort();
      };
      await workspace.watch(paths, { ...watcher, ready }, signal);
    };
    return { ...workspace, watch };
  };
}

describe('a save between the first verdict and the watch', () => {
  const watched = async (before: (fleet: ReturnType<typeof testFleet>) => void): Promise<string> => {
    const fleet = testFleet({ 'inventory/web.yaml': SERVICE('cores: 1') });
    const stop = new AbortController();
    try {
      const openWorkspace = endingWatch(stop, () => before(fleet));
      const outcome = await fleet.stowageIn({ openWorkspace, interruption: stop.signal }, 'watch');
      expect(outcome).toMatchObject({ status: 0, stderr: '' });
      return outcome.stdout;
    } finally {
      fleet.dispose();
    }
  };

  test('is judged once the files are watched', async () => {
    const stdout = await watched((fleet) => fleet.write('inventory/web.yaml', SERVICE('core: 1')));
    expect(stdout).toMatch(/plan: 1 create .*\n.* saved meanwhile\n[^]*1 error in 0 resources in 1 file/);
  });

  test('that did not happen is not looked for aloud', async () => {
    expect(await watched(() => undefined)).toMatch(/^.* watching .*\n.*plan: 1 create .*\n$/);
  });
});
