import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Intent } from '../../src/model/intent.ts';
import { StowageError } from '../../src/model/stowage-error.ts';
import { TASKS } from '../../src/model/machine.ts';
import { VERBS } from '../../src/model/step.ts';
import { decodeIntent, encodeIntent } from '../../src/state/format/intent-yaml.ts';
import { host, intent, placed } from './acts.ts';
import { text } from './arbitrary-text.ts';

const file = (content: string) => ({
  branch: 'stowage/state',
  path: 'intents/i.yaml',
  bytes: Buffer.from(content),
});

const plain = fc.dictionary(
  text.filter((name) => name !== '__proto__'),
  fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(text, { maxLength: 2 })),
  { maxKeys: 3, noNullPrototype: true },
);
const object = fc
  .record({ key: text, spec: plain, status: plain })
  .map(({ key, spec, status }) => host(key, { spec, status }));
const placement = fc
  .tuple(text, fc.nat(), text)
  .map(([service, instance, compute]) => placed(service, instance, compute));
const price = fc.record({
  monthly: fc.constantFrom(0, 62.49, 1e6),
  setup: fc.constantFrom(0, 39),
  currency: text,
});

const reach = fc.record(
  { compute: text, address: text, hostKey: text, port: fc.nat(65535), user: text },
  { requiredKeys: ['compute', 'address', 'hostKey'] },
);

const arbitrary: fc.Arbitrary<Intent> = fc.record({
  id: text,
  step: fc.record(
    {
      id: text,
      verb: fc.constantFrom(...VERBS),
      address: text.map((name) => `Host/${name}` as const),
      provider: text,
      summary: text,
      order: fc.record(
        {
          name: text,
          region: fc.option(text),
          parameters: plain,
          image: fc.option(text),
          sshKeys: fc.array(text, { maxLength: 2 }),
          userData: fc.option(text),
          price,
          hostname: text,
          fallback: fc.array(text, { maxLength: 2 }),
          adopt: text,
          tasks: fc.subarray([...TASKS]),
          cluster: fc.record({ version: text, controlPlane: fc.array(reach, { maxLength: 2 }) }),
        },
        { requiredKeys: ['name', 'region', 'parameters', 'image', 'sshKeys', 'userData', 'price'] },
      ),
      effect: fc.oneof(
        fc.record({
          of: fc.constant('object' as const),
          before: fc.option(object),
          after: fc.option(object),
        }),
        fc.record({
          of: fc.constant('placement' as const),
          before: fc.option(placement),
          after: fc.option(placement),
        }),
      ),
      notes: fc.array(
        fc.record({
          compute: fc.option(text),
          category: fc.constantFrom('deployment', 'hardware'),
          subject: text,
        }),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ['id', 'verb', 'address', 'provider', 'summary', 'effect', 'notes'] },
  ),
  uid: text,
  request: text,
  epoch: fc.nat(),
  plan: text,
  desired: text,
  since: text,
  unresolved: fc.option(text),
});

describe('intents', () => {
  test('read as what was begun, with the object as its manifest would look', () => {
    expect(encodeIntent(intent(1, { unresolved: 'the provider did not answer' }))).toMatchInlineSnapshot(`
      "id: 01KDVDNAZ80000000000000001
      since: 2026-01-01T00:00:01.000Z
      unresolved: the provider did not answer
      uid: uid-1
      request: sha256:ab
      epoch: 3
      plan: sha256:12
      desired: tree
      step:
        id: create:Host/fsn1-db-1
        verb: create
        address: Host/fsn1-db-1
        provider: hetzner
        summary: db-large in fsn1
        order:
          name: fsn1-db-1
          region: fsn1
          parameters:
            type: ccx33
          sshKeys:
            - ssh-ed25519 AAAA ada
          price:
            monthly: 62.49
            setup: 0
            currency: EUR
        effect:
          of: object
          after:
            key: fsn1-db-1
            apiVersion: stowage/v1
            kind: Host
            metadata:
              name: fsn1-db-1
            spec:
              provider: hetzner
              region: fsn1
              tags:
                role: db
        notes:
          - compute: fsn1-db-1
            category: deployment
            subject: order fsn1-db-1
      "
    `);
  });

  test('come back as they were', () => {
    fc.assert(
      fc.property(arbitrary, (one) => {
        expect(decodeIntent(file(encodeIntent(one)), one.id)).toEqual(one);
      }),
      { numRuns: 200 },
    );
  });

  const good = encodeIntent(intent(1));
  test.each([
    ['of another id', good.replace(/^id: .*/, 'id: x'), 'intents/i.yaml:1: id must be'],
    ['with a field more', `${good}colour: red\n`, 'the field colour is not one stowage writes here'],
    ['with a field less', good.replace(/^epoch: .*\n/m, ''), 'epoch is missing'],
    ['at no address', good.replace(/address: .*/, 'address: nowhere'), 'step.address must be an address'],
    ['with an alien verb', good.replace(/verb: .*/, 'verb: burn'), 'step.verb must be one of'],
    ['for an alien kind', good.replace(/kind: Host/, 'kind: Ghost'), 'step.effect.after.kind must be one of'],
    ['at an odd price', good.replace('62.49', 'free'), 'step.order.price.monthly must be a number'],
    ['half written', good.slice(0, good.indexOf('  effect:')), 'step.effect is missing'],
    ['that are empty', '', 'the file is empty'],
  ])('%s are refused with their place', (_, content, message) => {
    let refusal: unknown;
    try {
      decodeIntent(file(content), intent(1).id);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(StowageError);
    expect(refusal).toMatchObject({
      code: 'state.unreadable',
      message: expect.stringContaining(message),
      hint: expect.stringContaining('git log -p stowage/state -- intents/i.yaml'),
    });
  });
});
