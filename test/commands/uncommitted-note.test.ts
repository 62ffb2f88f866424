import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';

const COMPUTE = (region: string) => `apiVersion: stowage/v1
kind: Compute
metadata: { name: web-01 }
spec: { type: vm, provider: own, region: ${region} }
`;
const NOTE = /^note: what is applied is in no commit: (.*)$/m;

let fleet: TestFleet;

beforeEach(() => {
  fleet = testFleet({ 'inventory/a b.yaml': COMPUTE('fsn1') });
  fleet.git('add', '--all');
  fleet.git('commit', '--quiet', '--message', 'a machine');
});
afterEach(() => fleet.dispose());

describe('an apply of what no commit holds', () => {
  test('says which files are not as committed, and goes on', async () => {
    fleet.write('inventory/a b.yaml', COMPUTE('nbg1'));
    fleet.write('inventory/new.yaml', COMPUTE('nbg1').replace('web-01', 'web-02'));
    const { status, stderr } = await fleet.stowage('apply', '--yes');
    expect(status).toBe(0);
    expect(NOTE.exec(stderr)?.[1]).toBe('inventory/a b.yaml, inventory/new.yaml are not as committed');
  });

  test.each([
    ['--quiet', ['--quiet']],
    ['-o json', ['-o', 'json']],
  ])('says nothing with %s', async (_what, flags) => {
    fleet.write('inventory/a b.yaml', COMPUTE('nbg1'));
    expect((await fleet.stowage('apply', '--yes', ...flags)).stderr).not.toMatch(NOTE);
  });
});

describe('nothing is said of an apply', () => {
  test('of what is committed, whatever else changed in the repository', async () => {
    fleet.write('notes.txt', 'not the fleet');
    expect((await fleet.stowage('apply', '--yes')).stderr).not.toMatch(NOTE);
  });

  test('of what was applied already', async () => {
    await fleet.stowage('apply', '--yes');
    fleet.write('inventory/a b.yaml', `# a word more\n${COMPUTE('fsn1')}`);
    expect((await fleet.stowage('apply', '--yes')).stderr).not.toMatch(NOTE);
  });
});
