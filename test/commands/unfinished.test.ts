import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';
import { departures } from '../support/output-schema.ts';
import { openFleetLease } from '../../src/state/git/open-fleet-lease.ts';

const FLEET = `{ apiVersion: stowage/v1, kind: Organization, metadata: { name: acme }, spec: {} }
---
{ apiVersion: stowage/v1, kind: Workspace, metadata: { name: prod }, spec: { organization: acme } }
---
{ apiVersion: stowage/v1, kind: ComputeProvider, metadata: { name: pool }, spec: { family: sandbox } }
---
{ apiVersion: stowage/v1, kind: ComputeProfile, metadata: { name: small }, spec: { family: sandbox, resources: { cores: 2 }, price: { monthly: 20 } } }
---
{ apiVersion: stowage/v1, kind: Host, metadata: { name: web-01 }, spec: { workspace: prod, profile: small } }
`;
const SANDBOX = '.stowage/sandbox/pool';

let fleet: TestFleet;
beforeEach(() => {
  fleet = testFleet({ 'inventory/fleet.yaml': FLEET });
});
afterEach(() => fleet.dispose());

const behave = (...faults: readonly object[]): void =>
  fleet.write(`${SANDBOX}/behaviour.json`, JSON.stringify({ faults }));
const machines = (): string[] =>
  readdirSync(join(fleet.directory, SANDBOX, 'machines')).map((name) => name.replace('.json', ''));

/** Orders the host; its answer is lost after the effect, or before it. */
async function loseTheAnswer(when: 'before' | 'after'): Promise<string> {
  behave({ on: 'make', when, failure: 'ambiguous', times: 1 }, { on: 'observe', failure: 'ambiguous' });
  const { status, stderr } = await fleet.stowage('apply', '--yes');
  expect(status).toBe(8);
  expect(stderr).toContain('Unresolved create:Host/web-01');
  const { intents } = JSON.parse((await fleet.stowage('resolve', '-o', 'json')).stdout) as {
    intents: readonly { intent: string }[];
  };
  return intents[0]?.intent ?? '';
}

describe('an order whose answer was lost', () => {
  test('is shown with the machine it may have become, and what to type', async () => {
    const intent = await loseTheAnswer('after');
    const [machine] = machines();
    const { stdout, status } = await fleet.stowage('resolve');
    expect(status).toBe(8);
    expect(stdout).toContain(`stowage resolve ${intent} --adopt ${machine}`);
    const json = await fleet.stowage('resolve', '-o', 'json');
    expect(departures('unfinished.json', json.stdout)).toEqual([]);
  });

  test('is told of by a plan', async () => {
    await loseTheAnswer('after');
    const { stderr } = await fleet.stowage('plan');
    expect(stderr).toContain('Unfinished: 1 step at a provider (1 unresolved), see `stowage resolve`');
    expect(stderr).toContain('Next: stowage resolve\n');
  });

  test('is not ordered again until a person decides', async () => {
    await loseTheAnswer('before');
    expect((await fleet.stowage('apply', '--yes')).status).toBe(8);
    expect(() => machines()).toThrow('ENOENT');
  });

  test('is not said to have made nothing while its machine stands there', async () => {
    const intent = await loseTheAnswer('after');
    behave();
    const { status, stderr } = await fleet.stowage('resolve', intent, '--absent');
    expect(stderr).toContain(`stands at pool and carries the mark of Host/web-01`);
    expect(stderr).toContain(`take it: stowage resolve ${intent} --adopt ${machines()[0]}`);
    expect(status).toBe(1);
    expect((await fleet.stowage('resolve')).stdout).toContain(intent);
  });

  test('adopted, is a host like any other: the next apply goes on with it, and the plan is empty', async () => {
    const intent = await loseTheAnswer('after');
    const { status } = await fleet.stowage('resolve', intent, '--adopt', machines()[0] ?? '');
    expect(status).toBe(0);
    expect((await fleet.stowage('plan')).stdout).toContain('goes on with network at');
    behave();
    expect((await fleet.stowage('apply', '--yes')).status).toBe(0);
    expect(machines()).toHaveLength(1);
    expect((await fleet.stowage('plan', '--detailed-exitcode')).status).toBe(0);
    expect((await fleet.stowage('journal', '--compute', 'web-01')).stdout).toContain('add Host web-01');
  });

  test('found absent, is ordered by the next apply', async () => {
    const intent = await loseTheAnswer('before');
    expect((await fleet.stowage('resolve', intent, '--absent')).status).toBe(0);
    behave();
    expect((await fleet.stowage('apply', '--yes')).status).toBe(0);
    expect(machines()).toHaveLength(1);
  });

  test.each([
    ['an intent that is not there', ['resolve', 'nonsense', '--absent'], 'resolve.intent'],
    ['a machine that it cannot be', ['resolve', '--adopt', 'sbx-0'], 'resolve.machine'],
    ['two answers at once', ['resolve', '--adopt', 'sbx-0', '--absent'], 'resolve.both'],
  ])('refuses %s', async (_, args, code) => {
    await loseTheAnswer('after');
    const { status, stderr } = await fleet.stowage(...args);
    expect(status).toBe(1);
    expect(stderr).toContain(`error ${code}:`);
  });
});

test('with nothing unfinished, resolve says so', async () => {
  await fleet.stowage('apply', '--yes');
  expect(await fleet.stowage('resolve')).toEqual({
    status: 0,
    stdout: 'Nothing is unfinished.\n',
    stderr: '',
  });
});

describe('the lock', () => {
  const holder = { name: 'Grace <grace@example.org>', host: 'elsewhere', pid: 7, runUrl: 'https://ci/7' };
  const take = async (seconds = 60) => {
    const leases = await openFleetLease({
      directory: fleet.directory,
      branch: 'stowage/state',
      remote: null,
      environment: process.env,
    });
    return await leases.take(holder, seconds, new Date('2026-03-01T12:00:00Z'));
  };

  test('held by nobody, is said to be', async () => {
    expect((await fleet.stowage('lock')).stdout).toBe('Nobody has the lock.\n');
    expect(departures('lock.json', (await fleet.stowage('lock', 'status', '-o', 'json')).stdout)).toEqual([]);
  });

  test('held by somebody, keeps an apply out, which says who it is', async () => {
    await take();
    const { status, stderr } = await fleet.stowage('apply', '--yes', '--lock-wait', '1');
    expect(status).toBe(6);
    expect(stderr).toContain('Grace <grace@example.org>');
    const json = await fleet.stowage('lock', 'status', '-o', 'json');
    expect(departures('lock.json', json.stdout)).toEqual([]);
    expect(json.stdout).not.toContain('token');
  });

  test('broken by a person, is free, and the journal says whose it was', async () => {
    await take();
    expect((await fleet.stowage('lock', 'break')).stderr).toContain('lock.unconfirmed');
    expect((await fleet.stowage('lock', 'break', '--yes')).status).toBe(0);
    expect((await fleet.stowage('lock')).stdout).toBe('Nobody has the lock.\n');
    expect((await fleet.stowage('journal')).stdout).toContain('break the lock of Grace');
    expect((await fleet.stowage('apply', '--yes')).status).toBe(0);
  });

  test('that expired is taken over, and the journal says so', async () => {
    await take(-60);
    expect((await fleet.stowage('apply', '--yes')).status).toBe(0);
    expect((await fleet.stowage('journal')).stdout).toContain('break the lock of Grace');
  });
});
