import type { Mutation } from './mutation.ts';
import { manifest, slip } from './mutation.ts';

const HOST = '  workspace: acme-prod\n  profile: sandbox-small\n  provider: sandbox\n  region: fsn1\n';

/** Mistakes with what is ordered, from whom, and by whom. */
export const ORDER_MUTATIONS: readonly Mutation[] = [
  slip('profile.inactive', 'what is ordered is no longer sold', [
    'orders',
    'price: { monthly: 13.1 }\n',
    'price: { monthly: 13.1 }\n  active: false\n',
  ]),
  {
    id: 'profile.family',
    mistake: 'a host names a provider of another family',
    edits: [
      ['orders', '+', manifest('ComputeProvider', 'ionos', 'family: ionos-dcd, organization: acme')],
      ['orders', HOST, HOST.replace('provider: sandbox', 'provider: ionos')],
    ],
  },
  slip('provider.family-disabled', 'an organization uses another family only', [
    'orders',
    'spec:\n  members:',
    'spec:\n  families: [hetzner-cloud]\n  members:',
  ]),
  slip('region.unknown', 'a host is ordered where its profile is not offered', [
    'orders',
    'price: { monthly: 13.1 }\n',
    'price: { monthly: 13.1 }\n  regions: [nbg1, hel1]\n',
  ]),
  slip('provider.missing', 'the only provider belongs to another workspace', [
    'orders',
    '  organization: acme\n  endpoint',
    '  organization: acme\n  workspace: acme-k8s\n  endpoint',
  ]),
  slip('cluster.unreachable', 'a host is ordered into a cluster of which no node can be reached', [
    'orders',
    HOST,
    HOST.replace('acme-prod', 'acme-k8s'),
  ]),
  {
    id: 'host.fixed',
    mistake: 'a machine that is made is to have another image',
    applied: [],
    edits: [['orders', HOST, `${HOST}  image: debian-13\n`]],
  },
  {
    id: 'profile.fixed',
    mistake: 'a profile of which a machine was made is to be another server type',
    applied: [],
    edits: [
      [
        'orders',
        'price: { monthly: 13.1 }',
        'price: { monthly: 13.1 }\n  parameters: { server_type: cpx41 }',
      ],
    ],
  },
  {
    id: 'profile.raised',
    mistake: 'a profile claims more than the machine that was made of it has',
    applied: [],
    edits: [['orders', 'cores: 4, memory: 8192, nvme: 160', 'cores: 8, memory: 8192, nvme: 160']],
  },
  slip('limit.exceeded', 'a host is beyond the limits of its workspace', [
    'orders',
    'metadata: { name: acme-prod }\nspec: { organization: acme }',
    'metadata: { name: acme-prod }\nspec: { organization: acme, limits: { cores: 2 } }',
  ]),
  {
    id: 'permission.denied',
    mistake: 'somebody applies what only others may',
    applied: [],
    edits: [
      [
        'machines',
        '+',
        manifest('Compute', 'spare', 'type: vm, provider: own, region: fsn1, state: inactive'),
      ],
    ],
    voices: { actor: 'ci-deploy' },
  },
  {
    id: 'capacity.unavailable',
    mistake: 'the only region is full',
    edits: [],
    voices: { quotes: { full: ['fsn1'], monthly: 13.1 } },
  },
  {
    id: 'price.changed',
    mistake: 'the provider asks more than the profile says',
    edits: [],
    voices: { quotes: { full: [], monthly: 14.2 } },
  },
  {
    id: 'profile.exceeds-type',
    mistake: 'the profile claims more than the machine will have',
    edits: [],
    voices: { quotes: { full: [], monthly: 13.1, resources: { cores: 2 } } },
  },
  {
    id: 'profile.withdrawn',
    mistake: 'the server type is on its way out',
    edits: [
      [
        'orders',
        'price: { monthly: 13.1 }',
        'price: { monthly: 13.1 }\n  parameters: { server_type: cpx31 }',
      ],
    ],
    voices: {
      quotes: {
        full: [],
        monthly: 13.1,
        withdrawals: [{ what: 'server type cpx31', parameter: 'server_type', until: '2030-06-30' }],
      },
    },
  },
];
