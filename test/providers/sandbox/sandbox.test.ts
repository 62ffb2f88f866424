import { expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Behaviour } from '../../../src/providers/sandbox/behaviour.ts';
import { MachineFiles } from '../../../src/providers/sandbox/machine-files.ts';
import { openSandbox } from '../../../src/providers/sandbox/open-sandbox.ts';
import { intentFor, orderFor, providerSuite } from '../../conformance/provider.ts';

const QUIET = new AbortController().signal;

function folder(behaviour?: Behaviour): string {
  const directory = mkdtempSync(join(tmpdir(), 'stowage-sandbox-'));
  if (behaviour) writeFileSync(join(directory, 'behaviour.json'), JSON.stringify(behaviour));
  return directory;
}

providerSuite('sandbox', () => {
  const directory = folder();
  const files = new MachineFiles(directory);
  return {
    provider: openSandbox(directory),
    stray: (name) => {
      const since = '2026-03-01T12:00:00Z';
      files.add({ id: 'old', name, marker: null, state: 'running', addresses: [], region: 'fsn1', since });
      return Promise.resolve('old');
    },
    dispose: () => rmSync(directory, { recursive: true }),
  };
});

function marker(intent: string) {
  return { fleet: 'acme', intent, uid: `uid-${intent}` };
}

test('a fault strikes as often as it is told to, before the effect or after it', async () => {
  const directory = folder({
    faults: [
      { on: 'make', failure: 'transient', times: 1, retryAfter: 3 },
      { on: 'make', when: 'after', failure: 'ambiguous', name: 'web-01', times: 1 },
    ],
  });
  const sandbox = openSandbox(directory);
  const order = () => sandbox.make(orderFor('web-01'), marker('i1'), QUIET);
  await expect(order()).rejects.toMatchObject({ failure: 'transient', retryAfter: 3 });
  expect(await sandbox.list('acme')).toEqual([]);
  await expect(order()).rejects.toMatchObject({ failure: 'ambiguous' });
  expect(await sandbox.list('acme')).toHaveLength(1);
  expect(await order()).toMatchObject({ name: 'web-01' });
  expect(readFileSync(join(directory, 'log.ndjson'), 'utf8').trim().split('\n')).toHaveLength(1);
});

test('a region that is full says so before and at the order', async () => {
  const sandbox = openSandbox(folder({ stock: { fsn1: 1 } }));
  const orders = ['a', 'b'].map((name) => ({ step: name, order: orderFor(name) }));
  expect(await sandbox.preflight(orders, 'acme')).toMatchObject([
    { step: 'a', region: 'fsn1', objection: null },
    { step: 'b', region: null, objection: { failure: 'capacity' } },
  ]);
  await sandbox.make(orderFor('a'), marker('i1'), QUIET);
  await expect(sandbox.make(orderFor('b'), marker('i2'), QUIET)).rejects.toMatchObject({
    failure: 'capacity',
  });
});

test('what it was told to hide is unclear, with those of the same name to choose from', async () => {
  const sandbox = openSandbox(folder({ faults: [{ on: 'observe', failure: 'ambiguous' }] }));
  const machine = await sandbox.make(orderFor('web-01'), marker('i1'), QUIET);
  expect(await sandbox.observe(intentFor('i1', 'web-01'), 'acme')).toMatchObject({
    found: 'unclear',
    candidates: [machine],
  });
});

test('a new machine that is not visible yet is waited for before it counts as absent', async () => {
  const sandbox = openSandbox(folder({ lagMs: 60 }));
  const start = Date.now();
  expect(await sandbox.observe(intentFor('i1', 'web-01'), 'acme')).toEqual({ found: 'nothing' });
  expect(Date.now() - start).toBeGreaterThanOrEqual(50);
});

test('its behaviour is read anew for every call, and a broken file is our fault to mend', async () => {
  const directory = folder();
  const sandbox = openSandbox(directory);
  await sandbox.list('acme');
  writeFileSync(join(directory, 'behaviour.json'), '{');
  await expect(sandbox.list('acme')).rejects.toMatchObject({ failure: 'profile' });
});

test('a machine keeps what it was ordered as, in the census, also after it is taken over', async () => {
  const directory = folder();
  const sandbox = openSandbox(directory);
  const ordered = { ...orderFor('web-01'), image: 'debian-12' };
  const machine = await sandbox.make(ordered, marker('i1'), QUIET);
  const { parameters, image, price } = ordered;
  expect(await sandbox.census()).toEqual([{ machine, parameters, image, resources: {}, price }]);

  const since = '2026-03-01T12:00:00Z';
  const old = { id: 'old', name: 'old', marker: null, state: 'running', addresses: [], region: null, since };
  const facts = { parameters, image, resources: { cores: 4 }, price };
  new MachineFiles(directory).add(old, facts);
  await sandbox.make({ ...orderFor('db-01'), adopt: 'old' }, marker('i2'), QUIET);
  const taken = { ...old, name: 'db-01', marker: marker('i2') };
  expect(await sandbox.census()).toContainEqual({ machine: taken, ...facts });
});
