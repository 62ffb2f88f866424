import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { basename } from 'node:path';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';

const service = (name: string, other?: string): string =>
  `apiVersion: stowage/v1\nkind: Service\nmetadata: { name: ${name} }\nspec: { resources: { min: {} }${
    other === undefined ? '' : `, placement: { antiAffinityServices: [${other}] }`
  } }\n`;

let fleet: TestFleet;
beforeAll(() => {
  fleet = testFleet({
    'inventory/good/mail.yaml': service('mail'),
    'inventory/good/web.yaml': service('web', 'mail'),
    'inventory/bad/api.yaml': service('api', 'gone'),
    'inventory/goodness.yaml': service('other', 'lost'),
    'drafts/next.yaml': service('next', 'web'),
    'drafts/fine.yml': service('fine'),
  });
});
afterAll(() => fleet.dispose());

/** The places of what is wrong, and the line that ends it. */
const told = async (...args: string[]): Promise<string[]> => {
  const { stdout } = await fleet.stowage('validate', ...args);
  return stdout.split('\n').filter((line) => /^\S+:\d+:\d+ |resources? in/.test(line));
};

describe('validate', () => {
  test('reports on the whole inventory', async () => {
    expect(await told()).toEqual([
      'inventory/bad/api.yaml:4:69 error ref.unknown there is no Service named gone',
      'inventory/goodness.yaml:4:69 error ref.unknown there is no Service named lost',
      '2 errors in 4 resources in 4 files',
    ]);
    expect((await fleet.stowage('validate')).status).toBe(3);
  });

  test.each([['inventory/good'], ['inventory/good/'], ['./inventory/good/web.yaml']])(
    'with %s inside the inventory reports on that alone, and reads all of it',
    async (path) => {
      expect(await fleet.stowage('validate', path)).toEqual({
        status: 0,
        stdout: 'valid: 4 resources in 4 files\n',
        stderr: '',
      });
    },
  );

  test('with two paths inside reports on both', async () => {
    expect(await told('inventory/good', 'inventory/bad/api.yaml')).toHaveLength(2);
  });

  test('with a path outside the inventory checks that by itself', async () => {
    expect(await told('drafts')).toEqual([
      'drafts/next.yaml:4:69 error ref.unknown there is no Service named web',
      '1 error in 2 resources in 2 files',
    ]);
    expect(await told('drafts/fine.yml')).toEqual(['valid: 1 resource in 1 file']);
  });

  test('with a draft beside the inventory checks both together', async () => {
    expect(await told('drafts', 'inventory/good')).toEqual(['valid: 4 resources in 4 files']);
  });

  test('takes paths from where it is run', async () => {
    const { stdout } = await fleet.stowageIn({ cwd: 'inventory' }, 'validate', '-C', '..', 'bad');
    expect(stdout).toContain('inventory/bad/api.yaml:4:69');
    expect(stdout).toContain('1 error in 4 resources');
  });

  test.each([
    ['inside', 'inventory/god'],
    ['outside', 'draft'],
  ])('with a path %s that does not exist says so, instead of calling it valid', async (_what, path) => {
    const { status, stdout, stderr } = await fleet.stowage('validate', path);
    expect(stderr).toContain(`error inventory.missing: there is no ${path} in `);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });

  test('with --quiet says only what is wrong', async () => {
    expect((await fleet.stowage('validate', '-q', 'inventory/good')).stdout).toBe('');
    const { stdout } = await fleet.stowage('validate', '-q');
    expect(stdout).toContain('inventory/bad/api.yaml:4:69 error');
    expect(stdout).not.toContain('resources in');
  });

  test('as workflow commands begins every finding with one', async () => {
    const { stdout, status } = await fleet.stowage('validate', '-o', 'github');
    expect(stdout.match(/^::error file=inventory\/(bad\/api|goodness)\.yaml,line=4,/gm)).toHaveLength(2);
    expect(status).toBe(3);
  });

  test.each([
    ['sarif', '"uri": "test/inventory/bad/api.yaml"'],
    ['gitlab', '"path": "test/inventory/bad/api.yaml"'],
    ['junit', 'file="test/inventory/bad/api.yaml"'],
    ['github', '::error file=test/inventory/bad/api.yaml,'],
  ])('as %s names files as the folder above knows them', async (form, expected) => {
    const name = basename(fleet.directory);
    const args = ['validate', '-C', name, '-o', form];
    const { status, stdout, stderr } = await fleet.stowageIn({ cwd: '..' }, ...args);
    expect({ status, stderr }).toEqual({ status: 3, stderr: '' });
    expect(stdout.replaceAll(name, 'test')).toContain(expected);
  });

  test('as JUnit has a case for each file that it reports on, and no others', async () => {
    const { stdout } = await fleet.stowage('validate', 'inventory/good', '-o', 'junit');
    expect(stdout.match(/<testcase .*? name="[^"]*"/g)).toEqual([
      '<testcase classname="stowage.validate" name="stowage.yaml"',
      '<testcase classname="stowage.validate" name="inventory/good/mail.yaml"',
      '<testcase classname="stowage.validate" name="inventory/good/web.yaml"',
    ]);
  });
});

test('what several manifests miss is reported on whichever of them is asked about', async () => {
  const both = testFleet({
    'inventory/a.yaml': service('a', 'gone'),
    'inventory/b.yaml': service('b', 'gone'),
    'inventory/c.yaml': service('c'),
  });
  try {
    for (const [path, errors] of [
      ['a', 1],
      ['b', 1],
      ['c', 0],
    ] as const) {
      const { stdout } = await both.stowage('validate', `inventory/${path}.yaml`);
      expect(stdout.match(/ error ref\.unknown .*, and 2 fields name it$/gm) ?? []).toHaveLength(errors);
    }
  } finally {
    both.dispose();
  }
});
