import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { selfContained } from '../../src/render/self-contained.ts';
import { newAjv } from '../support/output-schema.ts';

type Schema = Record<string, unknown>;

const load = (file: string): Schema => JSON.parse(readFileSync(`schemas/${file}.json`, 'utf8')) as Schema;
const names = (folder: string): string[] =>
  readdirSync(`schemas/${folder}`)
    .filter((file) => file.endsWith('.json'))
    .map((file) => `${folder}${file.replace(/\.json$/, '')}`);
const references = (schema: Schema): string[] =>
  [...JSON.stringify(schema).matchAll(/"\$ref":"([^"]*)"/g)].map(([, target]) => target ?? '');

describe('a schema that needs no other file', () => {
  test.each([...names(''), ...names('output/')])('is made of %s', (file) => {
    const schema = selfContained(file, load);
    expect(references(schema).filter((target) => !target.startsWith('#/definitions/'))).toEqual([]);
    const ajv = newAjv({ strict: false });
    expect(() => ajv.compile(schema)).not.toThrow();
  });

  test('takes what the manifests of a kind may be, and nothing else', () => {
    const ajv = newAjv({ strict: false });
    const validate = ajv.compile(selfContained('compute', load));
    const compute = {
      apiVersion: 'stowage/v1',
      kind: 'Compute',
      metadata: { name: 'web-01' },
      spec: { type: 'vm', provider: 'own', region: 'berlin' },
    };
    expect(validate(compute)).toBe(true);
    expect(validate({ ...compute, metadata: { name: 'Not A Name' } })).toBe(false);
    expect(validate({ ...compute, spec: { ...compute.spec, tags: { a: 1 } } })).toBe(false);
  });

  test('finds a file beside the one that refers to it, in whatever folder', () => {
    const files: Record<string, Schema> = {
      'output/a': { $ref: 'b.json#/definitions/Thing' },
      'output/b': {
        $schema: 'x',
        definitions: { Thing: { $ref: '#/definitions/Part' }, Part: { type: 'string' } },
      },
    };
    expect(selfContained('output/a', (file) => files[file] ?? {})).toEqual({
      $ref: '#/definitions/Thing',
      definitions: { Thing: { $ref: '#/definitions/Part' }, Part: { type: 'string' } },
    });
  });

  test('follows references in a circle once', () => {
    const files: Record<string, Schema> = {
      tree: { $ref: '#/definitions/Node', definitions: { Node: { items: { $ref: '#/definitions/Node' } } } },
    };
    expect(selfContained('tree', (file) => files[file] ?? {})).toEqual({
      $ref: '#/definitions/Node',
      definitions: { Node: { items: { $ref: '#/definitions/Node' } } },
    });
  });

  test('keeps parts of one name in two files apart', () => {
    const files: Record<string, Schema> = {
      a: {
        items: { $ref: '#/definitions/Count' },
        not: { $ref: 'b.json#/definitions/Count' },
        definitions: { Count: { minimum: 0 } },
      },
      b: { definitions: { Count: { minimum: 1 } } },
    };
    const ajv = newAjv({ strict: false });
    const validate = ajv.compile(selfContained('a', (file) => files[file] ?? {}));
    expect(validate(0)).toBe(true);
    expect(validate(5)).toBe(false);
  });
});
