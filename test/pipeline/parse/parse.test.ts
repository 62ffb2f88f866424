import { describe, expect, test } from '@jest/globals';
import { parse } from '../../../src/pipeline/parse/parse.ts';
import { compute, manifest, parsed, told } from './parsed.ts';

describe('parse', () => {
  test('fills in defaults, at every depth', () => {
    const text = manifest('Service', '  resources: { min: {} }\n  ports: [{ port: 80 }]\n');
    expect(parsed(text).manifests[0]?.spec).toEqual({
      resources: { min: {} },
      ports: [{ port: 80, protocol: 'tcp' }],
      state: 'active',
      replicas: 1,
      priority: 0,
    });
  });

  test('fills in a default for one alias without changing what another stands for', () => {
    const ports = '  ports:\n    - &http { port: 80 }\n    - *http\n';
    const spec = parsed(manifest('Service', `  resources: { min: {} }\n${ports}`)).manifests[0]?.spec;
    const [first, second] = (spec as { ports: object[] }).ports;
    expect(second).toEqual(first);
    expect(second).not.toBe(first);
  });

  test('keeps what it says about each file apart, in the order of the files', () => {
    const files = ['b', 'a'].map((name) => ({
      path: `${name}.yaml`,
      bytes: Buffer.from(compute('  x: 1\n')),
    }));
    expect(parse(files).diagnostics.map(({ file }) => file)).toEqual(['b.yaml', 'a.yaml']);
  });

  test('reads the documents beside a broken one', () => {
    const text = `${compute()}---\n${compute().replace('  type', ' type')}---\n${compute().replace('web-01', 'web-02')}`;
    const { manifests, diagnostics, incomplete } = parsed(text);
    expect(manifests.map(({ metadata }) => metadata.name)).toEqual(['web-01', 'web-02']);
    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([['yaml.bad-indent', 16]]);
    expect(incomplete).toBe(true);
  });

  test.each([
    ['nothing', ''],
    ['comments', '# one\n# two\n'],
    ['separators', '---\n---\n...\n'],
  ])('finds no manifest and no mistake in a file of %s', (_what, text) => {
    expect(parsed(text)).toEqual({ manifests: [], broken: new Set(), incomplete: false, diagnostics: [] });
  });
});

describe('a manifest with a mistake', () => {
  test.each([
    ['is remembered by its address', compute('  x: 1\n'), ['Compute/web-01'], false],
    [
      'of a kind that is nearly one is remembered as that',
      compute().replace('kind: Compute', 'kind: Compte'),
      ['Compute/web-01'],
      false,
    ],
    [
      'named by a number is remembered by its digits',
      compute().replace('web-01', '2026'),
      ['Compute/2026'],
      false,
    ],
    ['without a name may be any', compute().replace('  name: web-01', '  annotations: {}'), [], true],
    ['of syntax may be any', compute().replace('vps', '"vps'), [], true],
    ['of a field that is there twice may be any', compute('  type: vm\n'), [], true],
  ])('%s', (_does, text, addresses, incomplete) => {
    const { broken, manifests, ...found } = parsed(text);
    expect({ broken: [...broken], incomplete: found.incomplete }).toEqual({ broken: addresses, incomplete });
    expect(manifests).toEqual([]);
  });

  test('of an unknown kind may be of every kind', () => {
    const { broken, incomplete } = parsed(compute().replace('kind: Compute', 'kind: Deployment'));
    expect(broken.has('Compute/web-01') && broken.has('DNSZone/web-01')).toBe(true);
    expect(incomplete).toBe(false);
  });

  test.each([
    ['a misspelt field is not missing as well', compute().replace('region', 'regoin')],
    ['a misspelt part is not missing as well', compute().replace('metadata', 'metdata')],
    [
      'a misspelt choice is not missing as well',
      manifest('FirewallAssignment', '  rule: ssh\n  comptue: web-01\n'),
    ],
    ['a name that is not indented leaves nothing empty', compute().replace('  name', 'name')],
    ['an empty name is not malformed as well', compute().replace('web-01', '""')],
    ['a wrong type is not a wrong value as well', compute().replace('vps', '5')],
    [
      'a wrong form is not told once per form',
      manifest('Organization', '  members: [{ principal: a, roles: [5] }]\n'),
    ],
    ['a bad indentation is not an unknown field as well', compute().replace('  region', '   region')],
    ['a missing separator is not one doubled field per line', `${compute()}${compute()}`],
    [
      'a mistake behind an anchor is not told for its aliases',
      compute('  tags: *a\n').replace('web-01', 'web-01\n  annotations: &a { b: 1 }'),
    ],
    ['a bomb is told once', `a: &a [x, x, x]\nb: &b [${'*a, '.repeat(3000)}]\nc: [${'*b, '.repeat(3000)}]\n`],
    ['a merge conflict is told once', compute('<<<<<<< a\n  x: 1\n=======\n  y: 1\n>>>>>>> b\n---\nx: "\n')],
  ])('is one mistake: %s', (_what, text) => {
    expect(told(text)).toHaveLength(1);
  });

  test('is not told beyond the fiftieth in a file, which says so', () => {
    const { diagnostics, incomplete } = parsed(`---\n${compute('  x: 1\n')}`.repeat(1_000));
    expect(diagnostics).toHaveLength(51);
    expect(diagnostics[50]).toMatchObject({ code: 'yaml.too-many-mistakes', line: 10 * 50 + 10 });
    expect(incomplete).toBe(true);
  });
});
