import type { Mutation } from './mutation.ts';
import { extra, manifest, slip } from './mutation.ts';

/** Mistakes with references, keys, hardware, services, contracts and people. */
export const INVENTORY_MUTATIONS: readonly Mutation[] = [
  slip('ref.unknown', 'a service is misspelt', ['services', 'service: postgres,', 'service: postgers,']),
  slip('ref.unknown', 'an address is misspelt', ['dns', 'ip: web-02-v4 }', 'ip: web-02-vv }']),
  slip('ref.kind', 'a compute stands for a service', ['services', '[web]\n', '[db-01]\n']),
  slip('ref.cycle', 'a service keeps away from itself', ['services', '[web]\n', '[postgres]\n']),
  extra(
    'name.duplicate',
    'a manifest is copied',
    'orders',
    manifest('Workspace', 'acme-prod', 'organization: acme'),
  ),
  extra(
    'key.duplicate',
    'a component is declared again',
    'machines',
    manifest('Component', 'rome', 'type: cpu, manufacturer: AMD, model: EPYC 7302P, specs: { cores: 16 }'),
  ),
  extra(
    'key.duplicate',
    'a pin is written twice',
    'services',
    manifest('Assignment', 'again', 'service: worker, compute: web-02'),
  ),
  {
    id: 'protect.removed',
    mistake: 'a protected service is deleted',
    applied: [
      [
        'services',
        'metadata: { name: worker-on-web-02 }',
        'metadata: { name: worker-on-web-02, protect: true }',
      ],
    ],
    edits: [
      [
        'services',
        manifest('Assignment', 'worker-on-web-02', 'service: worker, compute: web-02').slice(0, -1),
        '',
      ],
    ],
  },
  slip('component.spec-missing', 'a processor has no cores', [
    'machines',
    'specs: { cores: 16 }',
    'specs: { ghz: 3 }',
  ]),
  slip('raid.count', 'a set is one disk short', [
    'machines',
    'quantity: 2, raidLevel: 1, raidGroup: spare',
    'quantity: 1, raidLevel: 1, raidGroup: spare',
  ]),
  slip('raid.mixed', 'two levels in one group', [
    'machines',
    'raidLevel: 1, raidGroup: spare',
    'raidLevel: 0, raidGroup: data',
  ]),
  slip('raid.level-without-storage', 'a level on memory', [
    'machines',
    'serialNumbers: [S3, S4]',
    'serialNumbers: [S3, S4], raidLevel: 1',
  ]),
  slip('serial.duplicate', 'a serial number is copied', ['machines', '[S3, S4]', '[S3, S1]']),
  slip('service.min-above-max', 'min and max are swapped', [
    'services',
    'min: { cores: 4,',
    'min: { cores: 9,',
  ]),
  slip('selector.empty', 'a selector is left empty', [
    'services',
    '{ matchLabels: { role: database } }',
    '{ matchLabels: {} }',
  ]),
  slip('selector.operator', 'an operator that there is not', ['services', 'operator: In,', 'operator: Is,']),
  slip('tag.unknown-key-in-selector', 'a tag is misspelt', [
    'services',
    'key: role, operator: In',
    'key: rule, operator: In',
  ]),
  slip('pin.unfit', 'a pinned service asks for too much', [
    'services',
    'min: { cores: 8,',
    'min: { cores: 80,',
  ]),
  slip('pin.unfit', 'a pinned compute goes into maintenance', [
    'machines',
    'nbg1, tags: { role: web }',
    'nbg1, state: maintenance, tags: { role: web }',
  ]),
  slip('pin.unfit', 'more is pinned than there is', [
    'services',
    'service: postgres, compute: db-01',
    'service: postgres, compute: db-01, quantity: 10',
  ]),
  slip('service.min-above-max', 'memory in kilobytes, of a service that is pinned', [
    'services',
    'min: { cores: 8, memory: 16384, nvme: 200 }',
    'min: { cores: 8, memory: 16777216, nvme: 200 }, max: { memory: 32768 }',
  ]),
  slip('tag.unknown-key-in-selector', 'what to spread over is misspelt', [
    'services',
    'spreadMax: 1',
    'spreadMax: 1\n    topologyKey: stowage/regoin',
  ]),
  slip('pin.forbidden-by-rule', 'a pin leads where the service may not be', [
    'services',
    'compute: db-01 }',
    'compute: web-01 }',
  ]),
  slip('reserved.above-capacity', 'more is reserved than there is', [
    'machines',
    'reserved: { memory: 2048 }',
    'reserved: { memory: 2048000 }',
  ]),
  slip('billing.renewal-after-contract-end', 'a date is not moved on', [
    'machines',
    'renewalDate: 2031-05-31',
    'renewalDate: 2032-05-31',
  ]),
  slip('contract.expires-soon', 'a contract ends', [
    'machines',
    'contractEnd: 2031-06-30, renewalDate: 2031-05-31',
    'contractEnd: 2026-02-28',
  ]),
  slip('cost.currency', 'a price is in dollars', ['machines', 'currency: EUR', 'currency: USD']),
  slip(
    'cost.currency',
    'several prices are in dollars',
    ['machines', 'currency: EUR', 'currency: USD'],
    ['machines', 'nbg1, tags', 'nbg1, billing: { monthlyCost: 30, currency: USD }, tags'],
  ),
  slip('serial.surplus', 'a serial number too many', [
    'machines',
    'serialNumbers: [S3, S4]',
    'serialNumbers: [S3, S4, S5]',
  ]),
  slip('org.member-twice', 'a line is copied and its name is not changed', [
    'orders',
    'principal: ci-deploy',
    'principal: ada@example.com',
  ]),
  slip('billing.agreement-reversed', 'two dates are swapped', [
    'orders',
    'monthly: 11.9 }]',
    'monthly: 11.9 }]\n  validFrom: 2032-01-01\n  validUntil: 2031-01-01',
  ]),
  slip('billing.agreement-expired', 'an agreement ran out', [
    'orders',
    'monthly: 11.9 }]',
    'monthly: 11.9 }]\n  validUntil: 2020-12-31',
  ]),
  slip('cluster.no-control-plane', 'the role of the control plane is misspelt', [
    'orders',
    'controlPlane: { matchLabels: { role: database } }',
    'controlPlane: { matchLabels: { role: databse } }',
  ]),
  slip('org.role', 'a role is misspelt', ['orders', 'roles: [admin]', 'roles: [admn]']),
  slip('allow.unknown', 'what is allowed is misspelt', [
    'machines',
    'metadata: { name: db-01 }',
    "metadata: { name: db-01, annotations: { stowage/allow: 'contract.expire-soon: it is renewed' } }",
  ]),
  slip('allow.unknown', 'an error is allowed', [
    'machines',
    'metadata: { name: db-01 }',
    "metadata: { name: db-01, annotations: { stowage/allow: 'pin.unfit: it is renewed' } }",
  ]),
  slip('credential.plaintext', 'a password in an address', [
    'orders',
    'https://sandbox',
    'https://ada:secret-word@sandbox',
  ]),
];
