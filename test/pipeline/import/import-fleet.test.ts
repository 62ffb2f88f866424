import { describe, expect, test } from '@jest/globals';
import type { FoundMachine, Machine } from '../../../src/model/machine.ts';
import type { Manifest } from '../../../src/model/manifest.ts';
import type { RecordedObject } from '../../../src/model/recorded-object.ts';
import type { KindName, SpecOf } from '../../../src/model/spec/spec-of.ts';
import { importFleet } from '../../../src/pipeline/import-fleet.ts';
import { graphOf } from '../../support/fleet.ts';

const PRICE = { monthly: 13.1, setup: 0, currency: 'EUR' };
const RESOURCES = { cores: 4, memory: 8192, nvme: 160 };

function found(id: string, machine: Partial<Machine> = {}, facts: Partial<FoundMachine> = {}): FoundMachine {
  const since = '2026-01-01T00:00:00Z';
  const common = { marker: null, state: 'running', addresses: [], region: 'fsn1', since };
  return {
    machine: { id, name: `web-${id}`, ...common, ...machine },
    parameters: { server_type: 'cpx31' },
    image: 'debian-12',
    resources: RESOURCES,
    price: PRICE,
    ...facts,
  };
}

function manifest<K extends KindName>(kind: K, name: string, spec: SpecOf[K]): Manifest {
  const source = { file: '', locate: () => ({ file: '', line: 1, column: 1, endLine: 1, endColumn: 1 }) };
  const written: Manifest<K> = {
    apiVersion: 'stowage/v1',
    kind,
    metadata: { name, protect: false },
    spec,
    source,
  };
  return written;
}

const profile = (name: string, spec: Partial<SpecOf['ComputeProfile']> = {}) =>
  manifest('ComputeProfile', name, {
    family: 'hetzner-cloud',
    resources: RESOURCES,
    price: PRICE,
    parameters: { server_type: 'cpx31' },
    active: true,
    ...spec,
  });

interface Situation {
  readonly manifests?: readonly Manifest[];
  readonly recorded?: readonly RecordedObject[];
  readonly all?: boolean;
}

function imported(machines: readonly FoundMachine[], situation: Situation = {}) {
  const { manifests = [], recorded = [], all = false } = situation;
  const census = { provider: 'cloud', family: 'hetzner-cloud', marks: true, found: machines } as const;
  const state = { objects: recorded, intents: [] };
  return importFleet({ fleet: 'acme', graph: graphOf(manifests), recorded: state, census, all });
}

describe('a machine that stands at a provider', () => {
  test('becomes a Host of the same name, of a profile written for it', () => {
    expect(imported([found('1')])).toEqual({
      hosts: [
        {
          name: 'web-1',
          profile: 'hetzner-cloud-cpx31',
          region: 'fsn1',
          image: 'debian-12',
          adopt: '1',
        },
      ],
      profiles: [
        {
          name: 'hetzner-cloud-cpx31',
          parameters: { server_type: 'cpx31' },
          resources: RESOURCES,
          price: PRICE,
          regions: ['fsn1'],
        },
      ],
      left: [],
    });
  });

  test('shares its profile with those like it, wherever they stand, and with none that costs another price', () => {
    const { hosts, profiles } = imported([
      found('1'),
      found('2', { region: 'nbg1' }),
      found('3', { region: 'ash' }, { price: { ...PRICE, monthly: 17 } }),
    ]);
    expect(hosts.map((host) => host.profile)).toEqual([
      'hetzner-cloud-cpx31',
      'hetzner-cloud-cpx31',
      'hetzner-cloud-cpx31-2',
    ]);
    expect(profiles.map(({ regions }) => regions)).toEqual([['fsn1', 'nbg1'], ['ash']]);
  });

  test.each([
    ['has its type', profile('declared'), 'declared'],
    ['has its type and other resources', profile('declared', { resources: { cores: 3 } }), 'declared'],
    [
      'has some of its parameters and its resources',
      profile('declared', { parameters: undefined }),
      'declared',
    ],
    [
      'has none of its parameters and other resources',
      profile('declared', { parameters: undefined, resources: {} }),
      'hetzner-cloud-cpx31',
    ],
    [
      'has another type',
      profile('declared', { parameters: { server_type: 'cpx41' } }),
      'hetzner-cloud-cpx31',
    ],
    ['is not offered where it stands', profile('declared', { regions: ['hel1'] }), 'hetzner-cloud-cpx31'],
    ['is not active', profile('declared', { active: false }), 'hetzner-cloud-cpx31'],
    ['is of another family', profile('declared', { family: 'sandbox' }), 'hetzner-cloud-cpx31'],
    [
      'has the name of the one to be written',
      profile('hetzner-cloud-cpx31', { active: false }),
      'hetzner-cloud-cpx31-2',
    ],
  ])('with a declared profile that %s, is of the right one', (_what, declared, name) => {
    expect(imported([found('1')], { manifests: [declared] }).hosts[0]?.profile).toBe(name);
  });

  test.each([
    ['Web_01.Example.com', 'web-01.example.com'],
    ['-..--', 'machine'],
    ['ü', 'machine'],
  ])('named %s is named as a manifest can be, and keeps what it calls itself', (hostname, name) => {
    expect(imported([found('1', { name: hostname })]).hosts).toMatchObject([{ name, hostname }]);
  });

  test('gets a name that no host and no compute has, the same each time', () => {
    const region = 'fsn1';
    const manifests = [
      manifest('Compute', 'web', { type: 'vm', provider: 'own', region, state: 'active', tags: {} }),
    ];
    const machines = [found('9', { name: 'web' }), found('10', { name: 'web' })];
    const first = imported(machines, { manifests });
    expect(first.hosts).toMatchObject([
      { name: 'web-2', adopt: '10', hostname: 'web' },
      { name: 'web-3', adopt: '9', hostname: 'web' },
    ]);
    expect(imported([...machines].reverse(), { manifests })).toEqual(first);
  });
});

describe('a machine that is not to be taken over', () => {
  test('is one that a recorded Host has, or a declared one is to take over', () => {
    const recorded: RecordedObject = {
      kind: 'Host',
      key: 'a',
      metadata: { name: 'a', protect: false },
      spec: {},
      status: { provider: 'cloud', machine: '1' },
    };
    const declared = manifest('Host', 'b', {
      workspace: 'prod',
      profile: 'small',
      state: 'active',
      adopt: '2',
    });
    expect(imported([found('1'), found('2')], { manifests: [declared], recorded: [recorded] })).toEqual({
      hosts: [],
      profiles: [],
      left: [],
    });
  });

  test.each([
    ['another fleet', 'elsewhere', { marker: { fleet: 'other', intent: 'i', uid: 'u' } }],
    ['nobody, and stopped', 'stopped', { state: 'off' }],
  ])('is one of %s, and it is said why', (_whose, why, machine) => {
    expect(imported([found('1', machine)])).toMatchObject({ hosts: [], profiles: [], left: [{ why }] });
  });

  describe('and carries our own mark', () => {
    const ours = found('1', { name: 'web', state: 'off', marker: { fleet: 'acme', intent: 'i', uid: 'u' } });
    const status = { uid: 'u', provider: 'cloud', machine: '9' };
    const known: RecordedObject = {
      kind: 'Host',
      key: 'db',
      metadata: { name: 'db', protect: false },
      spec: {},
      status,
    };
    const declared = manifest('Host', 'web', { workspace: 'prod', profile: 'small', state: 'active' });

    test('becomes its Host again where nothing knows it, whether it runs or not', () => {
      expect(imported([ours]).hosts).toMatchObject([{ name: 'web', adopt: '1' }]);
    });

    test.each([
      ['its object is recorded', 'orphan', { recorded: [known] }],
      ['its Host is declared', 'declared', { manifests: [declared] }],
    ])('is left out where %s', (_where, why, situation) => {
      expect(imported([ours], situation)).toMatchObject({ hosts: [], profiles: [], left: [{ why }] });
    });
  });

  test('is not one that is stopped where all are wanted', () => {
    expect(imported([found('1', { state: 'off' })], { all: true }).hosts).toHaveLength(1);
  });
});
