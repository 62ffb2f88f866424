import { describe, expect, test } from '@jest/globals';
import type { Intent } from '../../../src/model/intent.ts';
import type { RecordedObject } from '../../../src/model/recorded-object.ts';
import { explainAddress } from '../../../src/pipeline/explain-address.ts';
import type { HostExplanation } from '../../../src/model/order-explanation.ts';
import { deliver } from '../../../src/pipeline/deliver/deliver.ts';
import { recordedFrom, graphOf } from '../../support/planned.ts';
import { readProject } from '../../../src/pipeline/read-project.ts';

const TODAY = '2026-06-01';
const BASE = [
  'Organization, metadata: { name: acme }, spec: {}',
  'Organization, metadata: { name: other }, spec: {}',
  'Workspace, metadata: { name: prod }, spec: { organization: acme }',
  'ComputeProfile, metadata: { name: small }, spec: { family: sandbox, resources: { cores: 2 }, price: { monthly: 20 } }',
];
const HOST = 'Host, metadata: { name: web-01 }, spec: { workspace: prod, profile: small }';
const provider = (name: string, more = ''): string =>
  `ComputeProvider, metadata: { name: ${name} }, spec: { family: sandbox${more} }`;

interface Situation {
  readonly host?: string;
  readonly providers?: readonly string[];
  readonly more?: readonly string[];
  readonly claimed?: Readonly<Record<string, string>>;
  readonly status?: RecordedObject['status'];
  readonly intent?: Partial<Intent>;
}

function hostIn({
  host = HOST,
  providers = [provider('ours')],
  more = [],
  claimed,
  status,
  intent,
}: Situation) {
  const yaml = [...BASE, ...providers, ...more, host]
    .map((rest) => `{ apiVersion: stowage/v1, kind: ${rest} }\n`)
    .join('---\n');
  const known = status || claimed ? recordedFrom(yaml).objects : [];
  const objects = known.flatMap((object): RecordedObject[] => {
    if (object.kind === 'Host') return status ? [{ ...object, status }] : [];
    if (object.kind !== 'ComputeProvider') return [object];
    const organization = claimed?.[object.key];
    return [{ ...object, status: organization === undefined ? {} : { organization } }];
  });
  const step = { address: 'Host/web-01', verb: 'create' };
  const intents = intent
    ? [{ id: 'i1', since: '2026-05-31T10:00:00Z', unresolved: null, step, ...intent }]
    : [];
  return explainAddress(
    {
      project: readProject(null, 'test').value,
      graph: deliver(graphOf(yaml), TODAY, objects),
      recorded: [],
      objects,
      intents: intents as unknown as Intent[],
      today: TODAY,
    },
    'Host/web-01',
  ) as HostExplanation;
}

describe('a host that is not made comes from', () => {
  const org = ', organization: acme';
  test.each<[string, Situation, string, string]>([
    [
      'the provider that it names',
      {
        host: HOST.replace('profile', 'provider: b, profile'),
        providers: [provider('a', org), provider('b', org)],
      },
      'b',
      'the host names it',
    ],
    [
      'the one of its workspace',
      { providers: [provider('a', org), provider('b', `${org}, workspace: prod`)] },
      'b',
      'it is for workspace prod alone, which comes first',
    ],
    [
      'one of its organization',
      { providers: [provider('a'), provider('b', org)] },
      'b',
      'it belongs to organization acme',
    ],
    [
      'one that was claimed for it',
      { providers: [provider('a'), provider('b')], claimed: { b: 'acme' } },
      'b',
      'an earlier order claimed it for organization acme',
    ],
    [
      'the free pool',
      { providers: [provider('a'), provider('b')], claimed: { a: 'other' } },
      'b',
      'it is in the free pool, and is claimed for organization acme with the order',
    ],
  ])('%s', (_what, situation, name, why) => {
    expect(hostIn(situation).provider).toMatchObject({ name, why });
  });

  test('nobody, and it says of every provider why not', () => {
    const providers = [
      provider('a', ', organization: other'),
      provider('b'),
      `ComputeProvider, metadata: { name: c }, spec: { family: ionos-dcd, organization: acme }`,
    ];
    expect(hostIn({ providers, claimed: { b: 'other' } }).provider).toEqual({
      name: null,
      why: 'no ComputeProvider of the family sandbox is open to workspace prod',
      others: [
        { provider: 'a', reason: 'belongs to organization other' },
        { provider: 'b', reason: 'is claimed for organization other' },
        { provider: 'c', reason: 'is of the family ionos-dcd, not sandbox' },
      ],
    });
  });

  test('no pool that another organization’s host claims with the same plan', () => {
    const theirs = [
      'Workspace, metadata: { name: theirs }, spec: { organization: other }',
      'Host, metadata: { name: a-01 }, spec: { workspace: theirs, profile: small }',
    ];
    const { provider: choice } = hostIn({ providers: [provider('a'), provider('b')], more: theirs });
    expect(choice).toMatchObject({ name: 'b', others: [{ reason: 'is claimed for organization other' }] });
  });
});

describe('the price of a host is', () => {
  const deal = (spec: string) =>
    `BillingAgreement, metadata: { name: deal }, spec: { organization: acme, ${spec} }`;
  test.each<[string, Situation, object]>([
    ['that of the list', {}, { monthly: 20, source: 'list', agreement: null }],
    [
      'what is agreed for its profile',
      { more: [deal('prices: [{ profile: small, monthly: 15 }]')] },
      { monthly: 15, source: 'agreement', agreement: 'deal', list: 20 },
    ],
    [
      'less what is taken off',
      { more: [deal('discountPercent: 10')] },
      { monthly: 18, source: 'agreement', agreement: 'deal' },
    ],
    [
      'that of the list when an agreement is over',
      { more: [deal('discountPercent: 10, validUntil: "2026-05-31"')] },
      { monthly: 20, source: 'list', agreement: null },
    ],
    [
      'what it was when it was ordered',
      {
        status: {
          state: 'active',
          provider: 'ours',
          machine: 'm',
          price: { monthly: 12, setup: 0, currency: 'EUR' },
        },
      },
      { monthly: 12, source: 'ordered', list: 20 },
    ],
  ])('%s', (_what, situation, price) => expect(hostIn(situation).price).toMatchObject(price));
});

describe('of an order that is under way it is said', () => {
  test('that its request has no outcome yet', () => {
    expect(hostIn({ intent: {} })).toMatchObject({
      state: 'provisioning',
      note: 'its order began at 2026-05-31T10:00:00Z, and has no outcome yet: the next apply finds it',
    });
  });

  test('how a person settles it where nobody can tell', () => {
    expect(hostIn({ intent: { unresolved: 'the reply was lost' } }).note).toBe(
      'its order began at 2026-05-31T10:00:00Z, and nobody can tell what became of it (the reply was lost): stowage resolve i1',
    );
  });

  test('which tasks are done, and which are not', () => {
    const status = { state: 'bootstrapping', provider: 'ours', machine: 'm', task: 'bootstrap' };
    expect(hostIn({ status }).tasks).toEqual([
      { task: 'network', done: true },
      { task: 'bootstrap', done: false },
    ]);
  });

  test('on which day a machine leaves that is cancelled', () => {
    const status = { state: 'deleting', provider: 'ours', machine: 'm', until: '2026-06-30' };
    expect(hostIn({ status })).toMatchObject({ state: 'deleting', note: 'it leaves on 2026-06-30' });
  });
});
