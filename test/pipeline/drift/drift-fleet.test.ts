import { describe, expect, test } from '@jest/globals';
import type { ProviderCensus } from '../../../src/model/drift.ts';
import type { Intent } from '../../../src/model/intent.ts';
import type { FoundMachine, Machine } from '../../../src/model/machine.ts';
import type { RecordedObject } from '../../../src/model/recorded-object.ts';
import { NOTHING_RECORDED } from '../../../src/model/recorded.ts';
import { driftFleet } from '../../../src/pipeline/drift-fleet.ts';
import { plain } from '../../../src/render/paint.ts';
import { driftText } from '../../../src/render/drift-text.ts';
import { intentFor } from '../../conformance/provider.ts';

const STATUS = {
  machine: '1',
  uid: 'u1',
  provider: 'cloud',
  region: 'fsn1',
  addresses: ['203.0.113.7', '2001:db8:0::1'],
};
const PROFILE: RecordedObject = {
  kind: 'ComputeProfile',
  key: 'small',
  metadata: { name: 'small', protect: false },
  spec: { parameters: { server_type: 'cpx31' } },
  status: {},
};
const MACHINE: Machine = {
  id: '1',
  name: 'web-01',
  marker: { fleet: 'acme', intent: 'i1', uid: 'u1' },
  state: 'running',
  addresses: ['2001:db8::1', '203.0.113.7'],
  region: 'fsn1',
  since: '2026-01-01T00:00:00Z',
};
const PRICE = { monthly: 13.1, setup: 0, currency: 'EUR' };

function found(machine: Partial<Machine> = {}, facts: Partial<FoundMachine> = {}): FoundMachine {
  const parameters = { server_type: 'cpx31' };
  return {
    machine: { ...MACHINE, ...machine },
    parameters,
    image: null,
    resources: {},
    price: PRICE,
    ...facts,
  };
}

function host(status: Readonly<Record<string, unknown>> = {}): RecordedObject {
  const metadata = { name: 'web-01', protect: false };
  return {
    kind: 'Host',
    key: 'web-01',
    metadata,
    spec: { profile: 'small' },
    status: { ...STATUS, ...status },
  };
}

interface Situation {
  readonly objects?: readonly RecordedObject[];
  readonly intents?: readonly Intent[];
  readonly census?: Partial<ProviderCensus>;
}

function drift({ objects = [host(), PROFILE], intents = [], census = {} }: Situation = {}) {
  return driftFleet({
    fleet: 'acme',
    recorded: { ...NOTHING_RECORDED, objects, intents },
    censuses: [{ provider: 'cloud', family: 'hetzner-cloud', marks: true, found: [found()], ...census }],
    silent: [],
    today: '2026-03-01',
  });
}

const stands = (...machines: readonly FoundMachine[]): Situation => ({ census: { found: machines } });

describe('the machine of a recorded Host', () => {
  test('that is as it is recorded is no drift, however its addresses are written', () => {
    expect(drift()).toEqual({
      fleet: 'acme',
      providers: [{ provider: 'cloud', hosts: 1, machines: 1 }],
      deviations: [],
      silent: [],
    });
  });

  test('that is not there is gone', () => {
    expect(drift(stands()).deviations).toMatchObject([
      { what: 'gone', address: 'Host/web-01', machine: '1', price: null },
    ]);
  });

  test('that was taken over and is gone is not to be taken over again', () => {
    const adopted = { ...host(), spec: { profile: 'small', adopt: '1' } };
    const [gone] = drift({ objects: [adopted, PROFILE], census: { found: [] } }).deviations;
    expect(gone?.advice).toContain('declared again without adopt');
  });

  test.each([
    ['its name', found({ name: 'renamed' }), { field: 'name', recorded: 'web-01', found: 'renamed' }],
    ['its region', found({ region: 'nbg1' }), { field: 'region', recorded: 'fsn1', found: 'nbg1' }],
    ['its state', found({ state: 'off' }), { field: 'state', recorded: 'running', found: 'off' }],
    [
      'its addresses',
      found({ addresses: ['203.0.113.8'] }),
      { field: 'addresses', recorded: STATUS.addresses, found: ['203.0.113.8'] },
    ],
    [
      'its type',
      found({}, { parameters: { server_type: 'cpx41' } }),
      { field: 'parameters.server_type', recorded: 'cpx31', found: 'cpx41' },
    ],
  ])('differs in %s', (_what, machine, departure) => {
    expect(drift(stands(machine)).deviations).toMatchObject([{ what: 'changed', departures: [departure] }]);
  });

  test.each([
    ['nothing of its parameters', found({}, { parameters: {} })],
    ['a number where the profile has a word', found({}, { parameters: { server_type: 22 } })],
    ['no region', found({ region: null })],
  ])('of which the provider says %s is not compared in that', (_what, machine) => {
    expect(drift(stands(machine)).deviations).toEqual([]);
  });

  test.each([
    ['another fleet', { fleet: 'other', intent: 'i1', uid: 'u1' }],
    ['another object', { fleet: 'acme', intent: 'i1', uid: 'u2' }],
    ['nobody', null],
  ])('that is marked as of %s is not ours any more, and nothing else is said of it', (_whose, marker) => {
    const { deviations } = drift(stands(found({ marker, name: 'renamed' })));
    expect(deviations).toMatchObject([{ what: 'foreign', departures: [{ field: 'mark' }] }]);
  });

  test('without a mark is ours where the provider cannot mark', () => {
    expect(drift({ census: { marks: false, found: [found({ marker: null })] } }).deviations).toEqual([]);
  });

  test('that is cancelled may be gone before its day, and not after it', () => {
    const leaving = (until: string) =>
      drift({ objects: [host({ until })], census: { found: [] } }).deviations;
    expect(leaving('2026-03-31')).toEqual([]);
    expect(leaving('2026-02-28')).toMatchObject([{ what: 'gone' }]);
  });

  test('whose order is not finished may not run yet, and may get addresses', () => {
    const objects = [host({ task: 'network', addresses: [] }), PROFILE];
    expect(drift({ objects, census: { found: [found({ state: 'starting' })] } }).deviations).toEqual([]);
  });

  test('that an unfinished step is about is left to that', () => {
    expect(drift({ intents: [intentFor('i2', 'web-01')], census: { found: [] } }).deviations).toEqual([]);
  });
});

describe('a machine that carries our mark', () => {
  const second = found({ id: '2', marker: { fleet: 'acme', intent: 'i2', uid: 'u1' } });

  test('and is not the one of its Host is an orphan, with what it costs', () => {
    expect(drift(stands(found(), second)).deviations).toMatchObject([
      { what: 'orphan', address: null, machine: '2', price: PRICE },
    ]);
  });

  test('of an intent that is open is none', () => {
    const open = { ...stands(found(), second), intents: [intentFor('i2', 'web-02')] };
    expect(drift(open).deviations).toEqual([]);
  });

  test('and is recorded at another provider is an orphan here', () => {
    const elsewhere = host({ provider: 'other' });
    expect(drift({ objects: [elsewhere] }).deviations).toMatchObject([{ what: 'orphan', machine: '1' }]);
  });

  test.each([
    ['another fleet', { fleet: 'other', intent: 'i2', uid: 'u2' }],
    ['nobody', null],
  ])('of %s is no business of ours', (_whose, marker) => {
    expect(drift(stands(found(), found({ id: '2', marker }))).deviations).toEqual([]);
  });
});

test('drift in words says what differs, what to do, and what it costs', () => {
  const orphan = found({ id: '2', name: 'old', marker: { fleet: 'acme', intent: 'i9', uid: 'u9' } });
  const changed = found({ state: 'off', region: 'nbg1' });
  const silent = [{ provider: 'other', message: 'no answer in 60 s', hint: 'try again' }];
  expect(driftText({ ...drift(stands(changed, orphan)), silent }, plain))
    .toBe(`cloud  1 host recorded, 2 machines there
+ old  machine 2 carries our mark and belongs to no Host, costs €13.10/month
    help: delete it at cloud if nobody needs it; to keep it, bring it back with stowage import
! web-01  machine 1
!     region: fsn1 → nbg1
!     state: running → off
    help: start it at the provider; change it back at the provider, or move over to another Host and delete Host/web-01

? other did not say what stands there: no answer in 60 s
    help: try again

Drift: 1 changed, 1 without a Host (€13.10/month) · 1 provider did not answer
`);
});
