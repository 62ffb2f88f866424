import { describe, expect, test } from '@jest/globals';
import type { RecordedObject } from '../../../src/model/recorded-object.ts';
import { compare } from '../../../src/pipeline/compare/compare.ts';
import { redacted } from '../../../src/pipeline/compare/redacted.ts';
import { graphOf } from '../../support/planned.ts';

const provider = (credentials: unknown): RecordedObject => ({
  kind: 'ComputeProvider',
  key: 'hcloud',
  metadata: { name: 'hcloud', protect: false },
  spec: { family: 'sandbox', allowOrders: false, credentials },
  status: {},
});

describe('an object of a plan', () => {
  test.each([{ env: 'HCLOUD_TOKEN' }, { file: '/run/token' }, { age: 'secrets/hcloud.age' }])(
    'keeps a reference, which tells nothing: %j',
    (reference) => {
      expect(redacted(provider(reference))).toEqual(provider(reference));
    },
  );

  test.each([
    'hunter2',
    ['hunter2'],
    { token: 'hunter2' },
    { env: 'hunter2' },
    { env: 'A', file: '/hunter2' },
    7,
  ])('shows nothing else that stands where a secret is referred to: %j', (other) => {
    expect(redacted(provider(other))).toEqual(provider('(secret)'));
  });
});

describe('a comparison with a state that somebody edited', () => {
  const manifest = `{ apiVersion: stowage/v1, kind: ComputeProvider, metadata: { name: hcloud }, spec: { family: sandbox, credentials: { env: TOKEN } } }`;

  test('says that a secret goes, and not which', () => {
    const { differences } = compare(graphOf(manifest), [provider('hunter2')]);
    expect(differences[0]?.changes).toEqual([
      { path: 'spec.credentials', before: '(secret)', after: { env: 'TOKEN' } },
    ]);
    expect(JSON.stringify(differences)).not.toContain('hunter2');
  });

  test('forgets an object without telling its secret', () => {
    const { differences } = compare(graphOf(''), [provider('hunter2')]);
    expect(differences).toHaveLength(1);
    expect(JSON.stringify(differences)).not.toContain('hunter2');
  });
});
