import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';

const FLEET = ['web-01', 'web-02']
  .map(
    (name) =>
      `{ apiVersion: stowage/v1, kind: Compute, metadata: { name: ${name} }, spec: { type: vm, provider: own, region: berlin } }\n`,
  )
  .join('---\n');
const STATE = 'refs/heads/stowage/state';
const META = (format: number): string => `{"formatVersion":${format},"serial":1,"desired":null}\n`;

let fleet: TestFleet;
let whole = '';

/** Every reference and the number of objects: whatever a command makes shows here. */
const kept = (): string => fleet.git('for-each-ref') + fleet.git('count-objects', '-v');
const pathOf = (part: string): string =>
  fleet
    .git('ls-tree', '-r', '--name-only', STATE)
    .split('\n')
    .find((path) => path.includes(part)) ?? part;

/** Commits another content for a file of the state branch, or none, as a person or a bad disk might. */
function spoil(path: string, content: string | null): void {
  const index = { ...process.env, GIT_INDEX_FILE: join(fleet.directory, '.git', 'spoiled-index') };
  const git = (args: readonly string[], input = ''): string =>
    execFileSync('git', args, { cwd: fleet.directory, env: index, input, encoding: 'utf8' }).trim();
  git(['read-tree', STATE]);
  if (content === null) git(['update-index', '--force-remove', path]);
  else {
    const blob = git(['hash-object', '-w', '--stdin'], content);
    git(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`]);
  }
  const author = ['-c', 'user.name=Eve', '-c', 'user.email=eve@example.org'];
  const commit = git([...author, 'commit-tree', git(['write-tree']), '-p', STATE, '-m', 'spoiled']);
  git(['update-ref', STATE, commit]);
}

async function expectRefused(code: string, ...said: readonly string[]): Promise<void> {
  const before = kept();
  for (const args of [['plan'], ['apply', '--yes'], ['journal', 'add', 'x']]) {
    const { status, stdout, stderr } = await fleet.stowage(...args);
    expect(stderr).toMatch(new RegExp(`^error ${code.replace('.', '\\.')}: .+\\n {2}help: .{20,}\\n$`));
    for (const part of said) expect(stderr).toContain(part);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  }
  expect(kept()).toBe(before);
}

beforeAll(async () => {
  fleet = testFleet({ 'inventory/fleet.yaml': FLEET });
  await fleet.stowage('apply', '--yes');
  whole = fleet.git('rev-parse', STATE).trim();
});
afterEach(() => void fleet.git('update-ref', STATE, whole));
afterAll(() => fleet.dispose());

describe('a state that cannot be believed is refused, and nothing is made of it', () => {
  test.each([
    ['garbage', '\u0000\u0001garbage: ['],
    ['nothing', ''],
    ['another document', 'hello: world\n'],
    ['half of what it held', 'apiVersion: stowage/v1\nkind: Comp'],
    ['a list', '- 1\n- 2\n'],
  ])('an object’s file that holds %s', async (_what, content) => {
    const path = pathOf('web-01.yaml');
    spoil(path, content);
    await expectRefused(
      'state.unreadable',
      `stowage/state:${path}`,
      'git log -p stowage/state',
      'git revert',
    );
  });

  test.each([
    ['garbage', 'garbage'],
    ['nothing', ''],
    ['no serial', '{"formatVersion":1}'],
    ['a field of who knows whom', '{"formatVersion":1,"serial":1,"desired":null,"lock":true}'],
  ])('a meta.json that holds %s', async (_what, content) => {
    spoil('meta.json', content);
    await expectRefused('state.unreadable', 'stowage/state:meta.json');
  });

  test('a file that stowage never writes', async () => {
    spoil('resources/notes.txt', 'remember the milk');
    await expectRefused('state.unreadable', 'stowage/state:resources/notes.txt');
  });

  test('a later format', async () => {
    spoil('meta.json', META(4));
    await expectRefused('state.newer-format', 'format 4', 'upgrade stowage');
  });

  test('a meta.json that is gone', async () => {
    spoil('meta.json', null);
    await expectRefused('state.empty', 'has no meta.json any more', 'git revert');
  });

  test('objects that are gone without an apply that removed them', async () => {
    spoil(pathOf('web-01.yaml'), null);
    spoil(pathOf('web-02.yaml'), null);
    await expectRefused('state.empty', 'records no objects any more', 'git revert');
  });

  test('a history of something else', async () => {
    const tree = fleet.git('hash-object', '-t', 'tree', '-w', '/dev/null').trim();
    const author = ['-c', 'user.name=Eve', '-c', 'user.email=eve@example.org'];
    fleet.git('update-ref', STATE, fleet.git(...author, 'commit-tree', tree, '-m', 'empty').trim());
    await expectRefused('state.unreadable', 'is this a state branch?');
  });

  test('what was whole before is read again once the damage is undone', async () => {
    spoil('meta.json', '');
    fleet.git('update-ref', STATE, whole);
    expect((await fleet.stowage('plan')).stdout).toBe('test: nothing to do, 2 resources as recorded\n');
  });
});

describe('a state that only the remote has', () => {
  const remote = mkdtempSync(join(tmpdir(), 'stowage-remote-'));
  const settings = (name: string): string =>
    `apiVersion: stowage/v1\nkind: Project\nmetadata: { name: test }\nspec: { state: { remote: ${name} } }\n`;

  beforeAll(() => {
    execFileSync('git', ['init', '--quiet', '--bare', remote]);
    fleet.git('remote', 'add', 'origin', remote);
    fleet.git('push', '--quiet', 'origin', STATE);
    fleet.write('stowage.yaml', settings('origin'));
    fleet.git('branch', '-D', 'stowage/state');
  });
  afterAll(() => rmSync(remote, { recursive: true, force: true }));

  test('is not taken for a fleet that never was, and the way to it is shown', async () => {
    const objects = fleet.git('count-objects', '-v');
    for (const args of [['plan'], ['apply', '--yes'], ['journal', 'list']]) {
      const { status, stdout, stderr } = await fleet.stowage(...args);
      expect(stderr).toMatch(
        /^error state\.missing: the state branch stowage\/state is missing here, but origin has it/,
      );
      expect(stderr).toContain('  help: git fetch origin stowage/state:stowage/state\n');
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    }
    expect(fleet.git('branch', '--list')).toBe('');
    expect(fleet.git('count-objects', '-v')).toBe(objects);
    expect(execFileSync('git', ['rev-parse', STATE], { cwd: remote, encoding: 'utf8' }).trim()).toBe(whole);
  });

  test('is not looked for where the remote cannot be reached, and what was seen of it last is named', async () => {
    fleet.git('remote', 'set-url', 'origin', join(remote, 'gone'));
    fleet.git('update-ref', '-d', STATE);
    const { status, stderr } = await fleet.stowage('plan');
    expect(stderr).toMatch(
      /^error state\.missing: the state branch stowage\/state is missing here, and cannot fetch the state from origin/,
    );
    expect(stderr).toMatch(/once the remote can be reached: .*; to read what was fetched last: `git branch /);
    expect(status).toBe(1);
    fleet.git('remote', 'set-url', 'origin', remote);
  });

  test('is there after the help was followed', async () => {
    fleet.git('fetch', '--quiet', 'origin', 'stowage/state:stowage/state');
    expect((await fleet.stowage('plan')).stdout).toBe('test: nothing to do, 2 resources as recorded\n');
  });

  test('is planned from this clone, with a warning, while the remote cannot be reached; and not applied', async () => {
    fleet.git('remote', 'set-url', 'origin', join(remote, 'gone'));
    fleet.write('inventory/fleet.yaml', FLEET.replace('berlin', 'bonn'));
    const before = kept();
    const planned = await fleet.stowage('plan');
    expect(planned.status).toBe(0);
    expect(planned.stderr).toMatch(/^warning state\.remote: .*; working with the state in this clone\n/);
    const applied = await fleet.stowage('apply', '--yes');
    expect(applied.stderr).toMatch(/^error state\.remote: /);
    expect({ ...applied, stderr: '' }).toEqual({ status: 1, stdout: '', stderr: '' });
    expect(kept()).toBe(before);
    fleet.git('remote', 'set-url', 'origin', remote);
    fleet.write('inventory/fleet.yaml', FLEET);
  });
});
