import { describe, expect, test } from '@jest/globals';
import { compute, located, parsed } from './parsed.ts';

describe('a position', () => {
  test('is that of a value, or of its name where that is asked for', () => {
    const text = compute('  tags: { env: prod }\n');
    const [found] = parsed(text).manifests;
    expect(located(text, found, '/spec/tags/env')).toBe('prod');
    expect(located(text, found, '/spec/tags/env', 'key')).toBe('env');
    expect(located(text, found, '/metadata/name')).toBe('web-01');
  });

  test('counts lines and columns from 1, and ends behind the last character', () => {
    const [found] = parsed(compute()).manifests;
    expect(found?.source.locate('/kind')).toEqual({
      file: 'fleet.yaml',
      line: 2,
      column: 7,
      endLine: 2,
      endColumn: 14,
    });
  });

  test('of what is not there is that of its nearest ancestor', () => {
    const text = compute('  tags: { env: prod }\n');
    const [found] = parsed(text).manifests;
    expect(located(text, found, '/spec/tags/rack')).toBe('{ env: prod }');
    expect(located(text, found, '/spec/tags/rack', 'key')).toBe('tags');
    expect(located(text, found, '/spec/tags/env/deeper')).toBe('prod');
    expect(located(text, found, '/nothing/at/all', 'key')).toBe('apiVersion');
  });

  test('of a default that was filled in is that of the mapping it was left out of', () => {
    const text = compute();
    const [found] = parsed(text).manifests;
    expect(found?.spec).toMatchObject({ state: 'active' });
    expect(located(text, found, '/spec/state', 'key')).toBe('spec');
  });

  test('of a value left out is that of its name', () => {
    const text = compute('  tags:\n').replace('tags:', 'tags: # later');
    const { diagnostics } = parsed(text);
    expect(diagnostics.map(({ line, column, endColumn }) => [line, column, endColumn])).toEqual([[9, 3, 7]]);
  });

  test('in a list is found by number', () => {
    const text = compute()
      .replace('Compute', 'ComponentAssignment')
      .replace(/ {2}type[^]*/, '  component: ram\n  computes: [a, b]\n');
    const [found] = parsed(text).manifests;
    expect(located(text, found, '/spec/computes/1')).toBe('b');
    expect(located(text, found, '/spec/computes/7')).toBe('[a, b]');
    expect(located(text, found, '/spec/computes/1', 'key')).toBe('computes');
  });

  test('of a name with slashes and tildes is found by its escaped pointer', () => {
    const text = compute('  tags: { a/b~c: x }\n');
    const [found] = parsed(text).manifests;
    expect(located(text, found, '/spec/tags/a~1b~0c', 'key')).toBe('a/b~c');
  });

  test('behind an alias is where its anchor has it; the alias itself is where it stands', () => {
    const text = compute('  tags: *common\n').replace(
      'web-01\n',
      'web-01\n  annotations: &common { owner: ops }\n',
    );
    const [found] = parsed(text).manifests;
    expect(located(text, found, '/spec/tags/owner')).toBe('ops');
    expect(found?.source.locate('/spec/tags/owner').line).toBe(5);
    expect(located(text, found, '/spec/tags')).toBe('*common');
  });

  test('of a merged field is where it is merged from, unless the mapping has its own', () => {
    const annotations = '  annotations:\n    one: &one { env: dev, owner: ops }\n'.replace(
      'one: &one',
      'one: x\n  #',
    );
    const text = compute(
      '  tags:\n    <<: [{ env: dev, owner: ops }, { owner: db, rack: a1 }]\n    env: prod\n',
    );
    expect(annotations).toContain('#');
    const [found] = parsed(text).manifests;
    expect(found?.spec).toMatchObject({ tags: { env: 'prod', owner: 'ops', rack: 'a1' } });
    expect(located(text, found, '/spec/tags/env')).toBe('prod');
    expect(located(text, found, '/spec/tags/owner')).toBe('ops');
    expect(located(text, found, '/spec/tags/rack', 'key')).toBe('rack');
  });

  test('in a later document counts from the beginning of the file', () => {
    const text = `# one\n${compute()}...\n# two\n---\n# three\n\n${compute('  tags: { env: prod }\n')}`;
    const second = parsed(text).manifests[1];
    expect(located(text, second, '/spec/tags/env')).toBe('prod');
    expect(second?.source.locate('/apiVersion').line).toBe(15);
  });

  test('is found in any order, however many documents there are', () => {
    const text = Array.from(
      { length: 40 },
      (_, index) => `---\n${compute(`  tags: { n: n${index} }\n`)}`,
    ).join('');
    const { manifests } = parsed(text);
    for (const index of [39, 0, 17, 39, 3, 16, 1]) {
      expect(located(text, manifests[index], '/spec/tags/n')).toBe(`n${index}`);
    }
  });

  test('is not moved by comments, blank lines, a byte order mark or Windows line ends', () => {
    const text = `\ufeff# comment\n\n${compute('  # before\n  tags: { env: prod } # behind\n')}`.replaceAll(
      '\n',
      '\r\n',
    );
    const [found] = parsed(text).manifests;
    expect(found?.source.locate('/spec/tags/env')).toMatchObject({ line: 12, column: 16, endColumn: 20 });
    expect(found?.source.locate('/apiVersion', 'key')).toMatchObject({ line: 3, column: 1 });
  });

  test('counts characters beyond the basic plane as editors do, as two', () => {
    const [found] = parsed(compute('  tags: { "🚀": x }\n')).manifests;
    expect(found?.source.locate('/spec/tags/🚀')).toMatchObject({ line: 9, column: 17 });
  });
});
