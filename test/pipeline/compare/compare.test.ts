import { describe, expect, test } from '@jest/globals';
import { NOTHING_RECORDED } from '../../../src/model/recorded.ts';
import { canonicalObject } from '../../../src/pipeline/compare/canonical-object.ts';
import { protectRemoved } from '../../../src/pipeline/compare/checks/protect.removed.ts';
import { compare } from '../../../src/pipeline/compare/compare.ts';
import { edited, graphOf, recordedFrom } from '../../support/planned.ts';

/** One change per line: `path: before → after`. */
function changesOf(before: string, after: string): string[] {
  const recorded = recordedFrom(before);
  return compare(graphOf(after), recorded.objects).differences.flatMap(
    ({ manifest, before: was, changes }) => {
      if (!was) return [`+ ${manifest?.kind}/${manifest?.metadata.name}`];
      if (!manifest) return [`- ${was.kind}/${was.metadata.name}`];
      return changes.map(
        ({ path, ...rest }) => `${path}: ${JSON.stringify(rest.before)} → ${JSON.stringify(rest.after)}`,
      );
    },
  );
}

const NETWORK = `
{ apiVersion: stowage/v1, kind: Compute, metadata: { name: web-01 }, spec: { type: vm, provider: own, region: berlin } }
---
{ apiVersion: stowage/v1, kind: Service, metadata: { name: web }, spec: { resources: { min: { cores: 0 } } } }
---
{ apiVersion: stowage/v1, kind: IPAddress, metadata: { name: web-v6 }, spec: { address: '2001:db8::1', type: public } }
---
{ apiVersion: stowage/v1, kind: IPAddress, metadata: { name: web-v4 }, spec: { address: 49.12.8.10, type: public } }
---
{ apiVersion: stowage/v1, kind: IPAddress, metadata: { name: spare-v4 }, spec: { address: 49.12.8.11, type: public } }
---
{ apiVersion: stowage/v1, kind: IPAssignment, metadata: { name: web-v4 }, spec: { ip: web-v4, compute: web-01 } }
---
{ apiVersion: stowage/v1, kind: DNSZone, metadata: { name: example.com }, spec: { name: example.com, provider: hetzner, nameservers: [ns1.example.net, ns2.example.net] } }
---
{ apiVersion: stowage/v1, kind: DNSRecord, metadata: { name: www }, spec: { name: www, type: A, zone: example.com, ip: web-v4 } }
---
{ apiVersion: stowage/v1, kind: PortAssignment, metadata: { name: web-443 }, spec: { service: web, ip: web-v4, port: 443 } }
`;

const HARDWARE = `
{ apiVersion: stowage/v1, kind: Compute, metadata: { name: db-01 }, spec: { type: vm, provider: own, region: berlin } }
---
{ apiVersion: stowage/v1, kind: Compute, metadata: { name: db-02 }, spec: { type: vm, provider: own, region: berlin } }
---
{ apiVersion: stowage/v1, kind: Component, metadata: { name: disk }, spec: { type: storage, manufacturer: Samsung, model: PM9A3, specs: { capacity_gb: 1920, type: nvme } } }
---
{ apiVersion: stowage/v1, kind: ComponentAssignment, metadata: { name: disks }, spec: { component: disk, computes: [db-01, db-02], quantity: 4, raidLevel: 5, raidGroup: md0, serialNumbers: [S1, S2] } }
`;

type Edit = readonly [from: string, to: string];

const LAST_OF_RECORD = 'ip: web-v4 } }\n---\n{ apiVersion: stowage/v1, kind: PortAssignment';

describe('what is not a change', () => {
  test.each<[what: string, before: string, edits: readonly Edit[]]>([
    ['the same manifests', NETWORK, []],
    ['an address in another spelling', NETWORK, [['2001:db8::1', '2001:0DB8:0::0001']]],
    [
      'an address under another name, with all that refer to it',
      NETWORK,
      [
        ['name: web-v4 }, spec: { address', 'name: edge-v4 }, spec: { address'],
        ['ip: web-v4', 'ip: edge-v4'],
      ],
    ],
    [
      'a component under another name, with all that refer to it',
      HARDWARE,
      [
        ['name: disk }', 'name: pm9a3 }'],
        ['component: disk', 'component: pm9a3'],
      ],
    ],
    ['a port under another name', NETWORK, [['web-443', 'https']]],
    ['a record’s name in another case', NETWORK, [['name: www, type', 'name: WWW, type']]],
    ['a RAID level in another spelling', HARDWARE, [['raidLevel: 5', 'raidLevel: raid5']]],
    [
      'sets in another order',
      HARDWARE,
      [
        ['[db-01, db-02]', '[db-02, db-01]'],
        ['[S1, S2]', '[S2, S1]'],
      ],
    ],
    [
      'nameservers in another order',
      NETWORK,
      [['[ns1.example.net, ns2.example.net]', '[ns2.example.net, ns1.example.net]']],
    ],
    [
      'defaults spelled out',
      NETWORK,
      [
        ['region: berlin', 'region: berlin, state: active'],
        ['min: { cores: 0 } }', 'min: { cores: 0 } }, replicas: 1, priority: 0, state: active'],
        ['name: example.com, provider', 'name: example.com, ttl: 3600, provider'],
        [LAST_OF_RECORD, LAST_OF_RECORD.replace(' }', ', ttl: 3600, ptr: false }')],
        ['port: 443', 'port: 443, protocol: tcp'],
        ['compute: web-01', 'compute: web-01, primary: false'],
        ['metadata: { name: web }', 'metadata: { name: web, protect: false }'],
      ],
    ],
    ['empty annotations', NETWORK, [['metadata: { name: web }', 'metadata: { name: web, annotations: {} }']]],
  ])('%s', (_what, before, edits) => {
    expect(changesOf(before, edited(before, ...edits))).toEqual([]);
  });

  test('documents in another order', () => {
    expect(changesOf(NETWORK, NETWORK.split('---\n').reverse().join('---\n'))).toEqual([]);
  });
});

describe('what is a change', () => {
  test.each<[what: string, before: string, edits: readonly Edit[], changes: readonly string[]]>([
    [
      'a field',
      NETWORK,
      [['port: 443', 'port: 443, servicePort: 8443']],
      ['spec.servicePort: undefined → 8443'],
    ],
    [
      'an annotation',
      NETWORK,
      [['metadata: { name: web }', 'metadata: { name: web, annotations: { owner: ada } }']],
      ['metadata.annotations.owner: undefined → "ada"'],
    ],
    [
      'protection',
      NETWORK,
      [['metadata: { name: web }', 'metadata: { name: web, protect: true }']],
      ['metadata.protect: undefined → true'],
    ],
    [
      'a set that grows',
      HARDWARE,
      [['[S1, S2]', '[S3, S1, S2]']],
      ['spec.serialNumbers: ["S1","S2"] → ["S1","S2","S3"]'],
    ],
    [
      'a set that shrinks',
      HARDWARE,
      [['[db-01, db-02]', '[db-02]']],
      ['spec.computes: ["db-01","db-02"] → ["db-02"]'],
    ],
    ['another RAID level', HARDWARE, [['raidLevel: 5', 'raidLevel: raid6']], ['spec.raidLevel: 5 → 6']],
    [
      'a reference to another object',
      NETWORK,
      [['zone: example.com, ip: web-v4', 'zone: example.com, ip: spare-v4']],
      ['spec.ip: "49.12.8.10" → "49.12.8.11"'],
    ],
    [
      'the name of what is known by its name',
      NETWORK,
      [
        ['kind: Service, metadata: { name: web }', 'kind: Service, metadata: { name: site }'],
        ['service: web', 'service: site'],
      ],
      ['+ Service/site', 'spec.service: "web" → "site"', '- Service/web'],
    ],
    [
      'a key: one object goes, another comes',
      NETWORK,
      [['2001:db8::1', '2001:db8::2']],
      ['+ IPAddress/web-v6', '- IPAddress/web-v6'],
    ],
  ])('%s', (_what, before, edits, changes) => {
    expect(changesOf(before, edited(before, ...edits))).toEqual(changes);
  });

  test('taking protection away is told with what was', () => {
    const protectedYaml = edited(NETWORK, [
      'metadata: { name: web }',
      'metadata: { name: web, protect: true }',
    ]);
    expect(changesOf(protectedYaml, NETWORK)).toEqual(['metadata.protect: true → undefined']);
  });

  test('metadata comes first', () => {
    const after = edited(
      NETWORK,
      ['metadata: { name: web }', 'metadata: { name: web, protect: true }'],
      ['cores: 0', 'cores: 0, memory: 0'],
    );
    expect(changesOf(NETWORK, after)).toEqual([
      'metadata.protect: undefined → true',
      'spec.resources.min.memory: undefined → 0',
    ]);
  });

  test('the settings of the project are no part of the fleet', () => {
    const project = '{ apiVersion: stowage/v1, kind: Project, metadata: { name: p }, spec: {} }';
    expect(compare(graphOf(project), [])).toEqual({ differences: [], unchanged: 0 });
  });

  test('what stays is counted', () => {
    const { objects } = recordedFrom(NETWORK);
    expect(compare(graphOf(NETWORK), objects)).toEqual({ differences: [], unchanged: 9 });
    expect(compare(graphOf(NETWORK), [])).toMatchObject({ unchanged: 0, differences: { length: 9 } });
  });

  test('what only the world knows stays with its object', () => {
    const { objects } = recordedFrom(NETWORK);
    const alive = objects.map((object) => ({ ...object, status: { id: object.key } }));
    const after = graphOf(edited(NETWORK, ['region: berlin', 'region: bonn']));
    const [difference] = compare(after, alive).differences;
    expect(difference?.after?.status).toEqual({ id: 'web-01' });
  });
});

describe('the form in which an object is recorded', () => {
  const recorded = (yaml: string, kind: string) => {
    const graph = graphOf(yaml);
    const manifest = graph.manifests.find((each) => each.kind === kind);
    if (!manifest) throw new Error(`there is no ${kind}`);
    return canonicalObject(manifest, graph);
  };

  test('names what it refers to by its key', () => {
    expect(recorded(NETWORK, 'PortAssignment')).toEqual({
      kind: 'PortAssignment',
      key: '49.12.8.10 443 tcp',
      metadata: { name: 'web-443', protect: false },
      spec: { service: 'web', ip: '49.12.8.10', port: 443, protocol: 'tcp' },
      status: {},
    });
  });

  test('sorts sets and brings spellings to one', () => {
    const yaml = edited(HARDWARE, ['[db-01, db-02]', '[db-02, db-01]'], ['raidLevel: 5', 'raidLevel: raid5']);
    expect(recorded(yaml, 'ComponentAssignment').spec).toMatchObject({
      component: 'Samsung PM9A3',
      computes: ['db-01', 'db-02'],
      raidLevel: 5,
    });
  });

  test('sorts a set by the keys of what it names', () => {
    const yaml = edited(
      NETWORK,
      ["web-v6 }, spec: { address: '2001:db8::1'", 'web-v5 }, spec: { address: 9.9.9.9'],
      [LAST_OF_RECORD, LAST_OF_RECORD.replace('web-v4', '[web-v5, web-v4]')],
    );
    expect(recorded(yaml, 'DNSRecord').spec).toMatchObject({ ip: ['49.12.8.10', '9.9.9.9'] });
  });

  test('leaves the manifest itself as it was written', () => {
    const graph = graphOf(edited(NETWORK, ['2001:db8::1', '2001:0DB8::1']));
    const [manifest] = graph.manifests.filter(({ metadata }) => metadata.name === 'web-v6');
    if (!manifest) throw new Error('there is no web-v6');
    expect(canonicalObject(manifest, graph).spec).toMatchObject({ address: '2001:db8::1' });
    expect(manifest.spec).toMatchObject({ address: '2001:0DB8::1' });
  });
});

describe('protect.removed: what is protected is not deleted', () => {
  const yaml = edited(NETWORK, ['metadata: { name: web-01 }', 'metadata: { name: web-01, protect: true }']);
  const without = (text: string, kind: string): string =>
    text
      .split('---\n')
      .filter((document) => !document.includes(`kind: ${kind},`))
      .join('---\n');
  const unexposed = (text: string): string => without(without(text, 'PortAssignment'), 'DNSRecord');
  const refused = (after: string, recorded = recordedFrom(yaml)) => [
    ...protectRemoved.run(compare(graphOf(after), recorded.objects), 'stowage.yaml'),
  ];

  test('deleting its manifest is an error, at the file of the fleet', () => {
    const bare = unexposed(without(without(yaml, 'Compute'), 'IPAssignment'));
    expect(refused(bare)).toEqual([
      {
        code: 'protect.removed',
        severity: 'error',
        message: 'Compute/web-01 is protected and its manifest is gone',
        hint: 'bring it back with protect: false, apply that, and then delete it',
        file: 'stowage.yaml',
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 2,
        address: 'Compute/web-01',
        related: [],
      },
    ]);
  });

  test('it may change, and lose its protection', () => {
    expect(refused(edited(yaml, ['region: berlin', 'region: bonn']))).toEqual([]);
    expect(refused(NETWORK)).toEqual([]);
  });

  test('once an apply took the protection away, it may go', () => {
    const bare = unexposed(without(without(NETWORK, 'Compute'), 'IPAssignment'));
    expect(refused(bare, recordedFrom(NETWORK))).toEqual([]);
  });

  test('a protected address under another name is no deletion; another address is', () => {
    const safe = edited(NETWORK, ['metadata: { name: web-v6 }', 'metadata: { name: web-v6, protect: true }']);
    const recorded = recordedFrom(safe);
    expect(refused(edited(safe, ['name: web-v6,', 'name: edge-v6,']), recorded)).toEqual([]);
    expect(
      refused(edited(safe, ['2001:db8::1', '2001:db8::2']), recorded).map(({ message }) => message),
    ).toEqual(['IPAddress/web-v6 is protected and its manifest is gone']);
  });

  test('nothing recorded, nothing protected', () => {
    expect(refused(yaml, NOTHING_RECORDED)).toEqual([]);
  });
});
