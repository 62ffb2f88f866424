/** Who may import whom: the law of ARCHITECTURE.md, checked by `npm run layers`. */
const inside = (room) => `^src/${room}/`;
const forbid = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed, dependencyTypesNot: ['core'] },
});

/** Pure rooms may call these parts of Node: they compute, they do not act. */
const PURE_NODE = '^(node:)?(crypto|net|util)$';
const npm = 'node_modules';

/** What whoever makes machines is spoken to by, and what it is given. */
const CONTRACT_OF_PROVIDERS = ['^src/providers/(provider|provider-failure|surroundings)\\.ts$'];
/** How machines are reached, whatever reaches them. */
const CONTRACT_OF_REMOTE = ['^src/remote/[^/]+\\.ts$'];

const pure = (name, from) => ({
  name: `${name}-has-no-effects`,
  severity: 'error',
  from: { path: from },
  to: { dependencyTypes: ['core'], pathNot: PURE_NODE },
});

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    forbid('plain-yaml', inside('plain-yaml'), [inside('plain-yaml')]),
    pure('plain-yaml', inside('plain-yaml')),
    // Nearest-name hints are wanted everywhere; the distance itself is a library's.
    forbid('model-imports-nothing', inside('model'), [inside('model'), 'node_modules/fastest-levenshtein']),
    {
      name: 'kinds-know-only-the-model',
      severity: 'error',
      from: { path: '^src/kinds/([^/]+)/' },
      to: {
        pathNot: [
          inside('model'),
          inside('packet-filter'),
          '^src/kinds/kind\\.ts$',
          '^src/kinds/[a-z]+-checks/',
          '^src/kinds/$1/',
          npm,
        ],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'phases-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/pipeline/([^/]+)/' },
      to: {
        pathNot: [
          inside('model'),
          '^src/kinds/(kind|registry)\\.ts$',
          '^src/pipeline/$1/',
          inside('packing'),
          inside('packet-filter'),
          '^src/solver/solver\\.ts$',
          inside('plain-yaml'),
          npm,
        ],
        dependencyTypesNot: ['core'],
      },
    },
    // Programs are solved by a solver that is given to whoever needs one.
    forbid('packing', inside('packing'), [inside('packing'), '^src/solver/solver\\.ts$']),
    pure('packing', inside('packing')),
    forbid('packet-filter', inside('packet-filter'), [inside('packet-filter'), '^src/model/ip/']),
    pure('packet-filter', inside('packet-filter')),
    forbid('solver', inside('solver'), [inside('solver'), npm]),
    forbid('pipeline', '^src/pipeline/[^/]+\\.ts$', [
      inside('pipeline'),
      inside('model'),
      '^src/kinds/',
      inside('packing'),
      inside('packet-filter'),
      '^src/solver/solver\\.ts$',
    ]),
    pure('model', inside('model')),
    pure('kinds', inside('kinds')),
    pure('pipeline', inside('pipeline')),
    pure('render', inside('render')),
    forbid('apply', inside('apply'), [
      inside('apply'),
      inside('model'),
      '^src/(state/state-store|state/lease-store|providers/provider|providers/provider-failure)\\.ts$',
      npm,
    ]),
    forbid('render', inside('render'), [inside('render'), inside('model'), npm]),
    forbid('terminal', inside('terminal'), [inside('terminal'), inside('render'), inside('model'), npm]),
    {
      name: 'state-stores-are-separate',
      severity: 'error',
      from: { path: '^src/state/([^/]+)/' },
      to: {
        pathNot: [
          inside('model'),
          '^src/state/(state|lease)-store\\.ts$',
          '^src/state/$1/',
          '^src/state/(format|lease)/',
          inside('plain-yaml'),
          npm,
        ],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'providers-are-separate',
      severity: 'error',
      from: { path: '^src/providers/([^/]+)/', pathNot: '^src/providers/(http|cloud-init)/' },
      to: {
        pathNot: [
          inside('model'),
          ...CONTRACT_OF_PROVIDERS,
          '^src/providers/unreached\\.ts$',
          '^src/providers/$1/',
          // What several have in common: calls over HTTP, and the first start of a machine.
          inside('providers/http'),
          inside('providers/cloud-init'),
          ...CONTRACT_OF_REMOTE,
          npm,
        ],
        dependencyTypesNot: ['core'],
      },
    },
    forbid('providers-http', inside('providers/http'), [
      inside('providers/http'),
      inside('model'),
      '^src/providers/provider-failure\\.ts$',
    ]),
    forbid('cloud-init', inside('providers/cloud-init'), [
      inside('providers/cloud-init'),
      inside('model'),
      inside('providers/http'),
      '^src/providers/(provider-failure|unreached)\\.ts$',
      ...CONTRACT_OF_REMOTE,
      npm,
    ]),
    forbid('unreached', '^src/providers/unreached\\.ts$', [
      '^src/providers/provider-failure\\.ts$',
      ...CONTRACT_OF_REMOTE,
    ]),
    // Which ssh it is that runs the scripts is nobody's affair but the composition root's.
    forbid('remote', '^src/remote/[^/]+\\.ts$', [...CONTRACT_OF_REMOTE, inside('model')]),
    {
      name: 'remote-shells-are-separate',
      severity: 'error',
      from: { path: '^src/remote/([^/]+)/' },
      to: {
        pathNot: [inside('model'), ...CONTRACT_OF_REMOTE, '^src/remote/$1/'],
        dependencyTypesNot: ['core'],
      },
    },
    forbid('kubernetes', inside('kubernetes'), [
      inside('kubernetes'),
      inside('model'),
      '^src/providers/(provider-failure|unreached)\\.ts$',
      ...CONTRACT_OF_REMOTE,
    ]),
    forbid('provider', CONTRACT_OF_PROVIDERS, [
      inside('model'),
      ...CONTRACT_OF_PROVIDERS,
      '^src/remote/remote-access\\.ts$',
    ]),
    {
      name: 'ways-to-secrets-are-separate',
      severity: 'error',
      from: { path: '^src/secrets/([^/]+)/' },
      to: {
        pathNot: [inside('model'), '^src/secrets/[^/]+\\.ts$', '^src/secrets/$1/', npm],
        dependencyTypesNot: ['core'],
      },
    },
    forbid('secrets', '^src/secrets/[^/]+\\.ts$', [inside('secrets'), inside('model')]),
    {
      name: 'history',
      severity: 'error',
      from: { path: inside('history') },
      to: {
        pathNot: [
          inside('model'),
          inside('history'),
          // The same git, with the same manners.
          '^src/state/git/(git-repository|git-failure|read-blobs)\\.ts$',
          npm,
        ],
        dependencyTypesNot: ['core'],
      },
    },
    forbid('workspace', inside('workspace'), [inside('workspace'), inside('model'), npm]),
    forbid('commands', inside('commands'), [
      inside('commands'),
      '^src/pipeline/[^/]+\\.ts$',
      inside('apply'),
      inside('render'),
      inside('terminal'),
      inside('model'),
      '^src/(state/state-store|state/lease-store|history/commit-history|workspace/workspace|solver/solver)\\.ts$',
      ...CONTRACT_OF_PROVIDERS,
      '^src/remote/remote-access\\.ts$',
      // It has no adapters: what it does it does over the shell that it is given.
      '^src/kubernetes/join-cluster\\.ts$',
      '^src/secrets/(secret-source|secret-safe|revealed)\\.ts$',
      npm,
    ]),
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
