import { describe, expect, test } from '@jest/globals';
import { compute, manifest, told } from './parsed.ts';

const host = (rest: string) => manifest('Host', `  workspace: prod\n  profile: small\n${rest}`);
const service = (rest: string) => manifest('Service', `  resources: { min: {} }\n${rest}`);
const provider = (secret: string) =>
  manifest('ComputeProvider', `  family: sandbox\n  credentials: ${secret}\n`);
const assignment = (rest: string) => manifest('IPAssignment', `  compute: web-01\n${rest}`);
const lines = (text: string, from: string, to: string) => text.replace(from, to);

/** What the schema refuses: the text, and what is said about it. The last part is what is pointed at. */
const ROWS: readonly (readonly [what: string, text: string, said: RegExp])[] = [
  [
    'an unknown field near a known one',
    service('  replica: 2\n'),
    /^schema.additionalProperties \| spec has no field "replica" \| did you mean replicas\? \| replica$/,
  ],
  [
    'an unknown field near none',
    compute('  colour: red\n'),
    /spec has no field "colour" \| known fields: type, provider, .* \| colour$/,
  ],
  [
    'a field of another part',
    lines(compute(), 'spec:', 'region: x\nspec:'),
    /the manifest has no field "region" \| it belongs in spec: indent it below \| region$/,
  ],
  [
    'a comment of another language',
    lines(compute(), 'spec:', '"// x": y\nspec:'),
    /no field "\/\/ x" \| comments begin with # \| "\/\/ x"$/,
  ],
  [
    'a missing field',
    lines(compute(), '  region: fsn1\n', ''),
    /^schema.required \| spec lacks "region" \| region: where the machine stands.* \| spec$/,
  ],
  [
    'a missing part',
    lines(compute(), 'metadata:\n  name: web-01\n', ''),
    /^schema.required \| the manifest lacks "metadata" \|  \| apiVersion$/,
  ],
  [
    'a number instead of text',
    compute('  tags: { version: 1.10 }\n'),
    /^schema.type \| version must be text, and it is 1.10 \| quote it: "1.10" \| 1.10$/,
  ],
  [
    'a boolean instead of text',
    compute('  tags: { live: True }\n'),
    /live must be text, and it is True \| quote it: "True" \| True$/,
  ],
  [
    'text instead of a number',
    service('  replicas: "3"\n'),
    /replicas must be a whole number, and it is "3" \| write it without quotes: 3 \| "3"$/,
  ],
  [
    'a number with separators',
    manifest('Service', '  resources: { min: { memory: 16_384 } }\n'),
    /it is "16_384" \| write it without quotes: 16384 \| 16_384$/,
  ],
  [
    'a number with a unit',
    manifest('Service', '  resources: { min: { memory: 16Gi } }\n'),
    /it is "16Gi" \| Main memory in MB; 1 GB is 1024 MB. \| 16Gi$/,
  ],
  [
    'text instead of a boolean',
    lines(compute(), 'web-01', 'web-01\n  protect: yes'),
    /protect must be true or false, and it is "yes" \| write true, without quotes \| yes$/,
  ],
  [
    'text instead of a list',
    manifest('ComponentAssignment', '  component: ram\n  computes: web-01\n'),
    /computes must be a list, and it is "web-01" \| put it in brackets: \[web-01\] \| web-01$/,
  ],
  [
    'hyphens without a space',
    manifest('ComponentAssignment', '  component: ram\n  computes:\n    -a\n    -b\n'),
    /it is "-a -b" \| begin each item with a hyphen and a space \| -a$/,
  ],
  [
    'nothing instead of a mapping',
    lines(compute(), 'metadata:\n  name: web-01', 'metadata:'),
    /metadata must be a mapping, and it is empty \| indent its fields below it, or remove it \| metadata$/,
  ],
  [
    'a list instead of a mapping',
    compute('  tags: [a]\n'),
    /tags must be a mapping, and it is a list \| .* \| \[a\]$/,
  ],
  [
    'a wrong value near a right one',
    lines(compute(), 'vps', 'bare-metal'),
    /^schema.enum \| type must be one of baremetal, vps, vm, and it is "bare-metal" \| did you mean baremetal\? \| bare-metal$/,
  ],
  [
    'the beginning of a right value',
    lines(compute(), 'vps', 'bare'),
    /it is "bare" \| did you mean baremetal\? \| bare$/,
  ],
  ['a wrong value near none', lines(compute(), 'vps', 'container'), /it is "container" \|  \| container$/],
  [
    'another version of the language',
    lines(compute(), 'stowage/v1', 'v1'),
    /^schema.const \| apiVersion must be stowage\/v1, and it is "v1" \| .* \| v1$/,
  ],
  [
    'a name with capitals',
    lines(compute(), 'web-01', 'Web_01'),
    /^schema.pattern \| name is not well-formed, and it is "Web_01" \| did you mean web-01\? \| Web_01$/,
  ],
  [
    'a name with another alphabet',
    lines(compute(), 'web-01', 'w\u0435b'),
    /name is not well-formed, .* \| it holds U\+0435; A lower-case DNS-1123 subdomain.* \| w\u0435b$/,
  ],
  [
    'a name with its kind',
    manifest('Assignment', '  service: web\n  compute: Compute/web-01\n'),
    /it is "Compute\/web-01" \| did you mean web-01\? \| Compute\/web-01$/,
  ],
  [
    'a day that does not exist',
    compute('  billing: { contractEnd: 2026-02-30 }\n'),
    /^schema.format \| contractEnd must be a date, and it is "2026-02-30" \| A calendar day, YYYY-MM-DD. \| 2026-02-30$/,
  ],
  [
    'a number too small',
    service('  replicas: -1\n'),
    /^schema.minimum \| replicas must be at least 0, and it is -1 \| .* \| -1$/,
  ],
  [
    'a number too large',
    manifest('DNSZone', '  name: example.com\n  ttl: 2147483648\n'),
    /^schema.maximum \| ttl must be at most 2147483647, and it is 2147483648 \| .* \| 2147483648$/,
  ],
  [
    'a number that must be more',
    manifest('Component', '  type: cpu\n  manufacturer: AMD\n  model: x\n  specs: { cores: 0 }\n'),
    /^schema.exclusiveMinimum \| cores must be more than 0, and it is 0 \| .* \| 0$/,
  ],
  [
    'a list without entries',
    host('  regions: []\n'),
    /^schema.minItems \| regions needs at least 1 entry \| .* \| \[\]$/,
  ],
  [
    'empty text',
    lines(compute(), 'hetzner', '""'),
    /^schema.minLength \| provider needs at least 1 character \| .* \| ""$/,
  ],
  [
    'text too long',
    lines(compute(), 'web-01', 'a'.repeat(300)),
    /^schema.maxLength \| name takes at most 253 characters, and has 300 \| .* \| a{300}$/,
  ],
  ['a secret that is nowhere', provider('{}'), /^schema.minProperties \| credentials is empty \| .* \| {}$/],
  [
    'a secret in two places',
    provider('{ env: A, file: /b }'),
    /^schema.maxProperties \| credentials takes only 1 field, and here are "env" and "file" \| .* \| file$/,
  ],
  [
    'two fields that exclude each other',
    host('  region: a\n  regions: [b]\n'),
    /^schema.not \| spec takes only one of region and regions, and here are region and regions \| .* \| regions$/,
  ],
  [
    'both of a choice',
    assignment('  ip: a\n  pool: b\n'),
    /^schema.oneOf \| spec takes exactly one of ip and pool, and here are ip and pool \| .* \| pool$/,
  ],
  [
    'none of a choice',
    assignment(''),
    /^schema.oneOf \| spec takes exactly one of ip and pool, and here is none \| .* \| spec$/,
  ],
  [
    'none of several fields',
    manifest('BillingAgreement', '  organization: acme\n'),
    /^schema.anyOf \| spec takes at least one of prices and discountPercent, and here is none \| .* \| spec$/,
  ],
  [
    'an entry of a list',
    service('  ports: [{ port: 80 }, { port: x }]\n'),
    /port must be a whole number, and it is "x" \| .* \| x$/,
  ],
  [
    'an element of a list',
    manifest('ComponentAssignment', '  component: ram\n  computes: [a, B!]\n'),
    /computes\[1\] is not well-formed, and it is "B!" \| .* \| B!$/,
  ],
  [
    'no kind',
    lines(compute(), 'kind: Compute\n', ''),
    /^schema.required \| the manifest lacks "kind" \| known kinds: .* \| apiVersion$/,
  ],
  [
    'a kind under a misspelt field',
    lines(compute(), 'kind:', 'Kind:'),
    /^schema.required \| the manifest lacks "kind" \| rename Kind to kind \| Kind$/,
  ],
  [
    'an unknown kind near a known one',
    lines(compute(), 'kind: Compute', 'kind: Computer'),
    /^schema.enum \| there is no kind "Computer" \| did you mean Compute\? \| Computer$/,
  ],
  [
    'an unknown kind near none',
    lines(compute(), 'kind: Compute', 'kind: Deployment'),
    /there is no kind "Deployment" \| known kinds: .* \| Deployment$/,
  ],
  [
    'a kind that every object has',
    lines(compute(), 'kind: Compute', 'kind: constructor'),
    /there is no kind "constructor" \| known kinds: .* \| constructor$/,
  ],
  [
    'a kind that is no text',
    lines(compute(), 'kind: Compute', 'kind: [Compute]'),
    /^schema.type \| kind must be the name of one, and it is a list \| .* \| \[Compute\]$/,
  ],
  [
    'a document that is no mapping',
    '- a\n',
    /^schema.type \| a manifest is a mapping of apiVersion, kind, metadata and spec \| .* \| - a$/,
  ],
];

describe('a schema says', () => {
  test.each(ROWS)('in one sentence what is wrong with %s', (_what, text, said) => {
    expect(told(text)).toEqual([expect.stringMatching(said)]);
  });

  test('nothing of what may be a secret', () => {
    for (const secret of [
      'hunter2!',
      '{ env: "hunter2!" }',
      '{ token: hunter2! }',
      '[hunter2!]',
      '{ file: 5, env: "hunter2!" }',
    ]) {
      const said = told(provider(secret)).map((line) => line.split(' | ').slice(0, 3).join());
      expect(said).not.toHaveLength(0);
      expect(said.join()).not.toContain('hunter2');
    }
  });

  test('nothing that a terminal would obey or that cannot be seen', () => {
    const [said] = told(lines(compute(), 'web-01', '"a\u00a0b\u200bc\u00add\\ne"'));
    expect(said?.split(' | ')[1]).toBe('name is not well-formed, and it is "a\\u00a0b\\u200bc\\u00add\\ne"');
  });
});
