import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { writePlainYaml } from '../../src/plain-yaml/write-plain-yaml.ts';

const word = fc.string({ unit: fc.constantFrom(...'aZ09_ ./+:;\'@=,()-~#"{tfne'.split('')), maxLength: 6 });
const text = fc.oneof(
  word,
  fc.constantFrom(
    '2a01:4f8::1',
    'web-1',
    '10.0.0.0/8',
    'on',
    'yes',
    'null',
    'True',
    '1e5',
    '0x1F',
    '012',
    '-',
    '1.50',
  ),
  fc.string({ maxLength: 5 }),
);
const scalar = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(text, fc.constantFrom('name', 'spec', 'a.b/c')), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
})).value;

describe('the fast writer of plain YAML', () => {
  test('writes as the library does, or hands over', () => {
    let written = 0;
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('a', 'b', 'kind'), value, { noNullPrototype: true }),
        (mapping) => {
          const fast = writePlainYaml(mapping);
          if (fast === undefined) return;
          written++;
          expect(fast).toBe(stringify(mapping, { lineWidth: 0, aliasDuplicateObjects: false }));
        },
      ),
      { numRuns: 3000 },
    );
    expect(written).toBeGreaterThan(100);
  });

  test('writes a recorded object', () => {
    const object = {
      apiVersion: 'stowage/v1',
      kind: 'Service',
      metadata: { name: 'web', protect: false },
      spec: { replicas: 2, ports: [{ name: 'http', port: 80 }, { port: 443 }], tags: {}, hosts: ['a', 'b'] },
    };
    expect(writePlainYaml(object)).toMatchInlineSnapshot(`
      "apiVersion: stowage/v1
      kind: Service
      metadata:
        name: web
        protect: false
      spec:
        replicas: 2
        ports:
          - name: http
            port: 80
          - port: 443
        tags: {}
        hosts:
          - a
          - b
      "
    `);
  });
});
