import type { Fleet } from './corpus.ts';

const MB = 1024 * 1024;

/** What is too big for git: name, text, and the first error it must have. */
const ROWS: readonly (readonly [name: string, make: () => string | Uint8Array, first: string])[] = [
  ['90,000 opening brackets', () => '['.repeat(90_000), 'yaml.too-deep 1:65'],
  ['15,000 nested mappings in braces', () => '{a: '.repeat(15_000), 'yaml.too-deep 1:257'],
  ['40,000 dashes in a line', () => '- '.repeat(40_000), 'yaml.too-deep 1:129'],
  ['30,000 question marks', () => '? '.repeat(30_000), 'yaml.too-deep 1:129'],
  ['2,000 levels of indentation', () => lines(2_000, (i) => `${' '.repeat(i)}a:`), 'yaml.too-deep 65:65'],
  ['4 MB of brackets', () => '['.repeat(4 * MB), 'yaml.too-large 1:100001'],
  ['a line of 3 MB', () => compute(`  tags: { note: ${'x'.repeat(3 * MB)} }\n`), 'yaml.too-large 9:17'],
  [
    'a quoted line of 3 MB',
    () => compute(`  tags: { note: "${'x'.repeat(3 * MB)}" }\n`),
    'yaml.too-large 9:17',
  ],
  [
    'a block of text of 15 MB',
    () => compute(`  notes: |\n${'    x y\n'.repeat(1.8 * MB)}`),
    'yaml.too-large 9:10',
  ],
  [
    'a quote of 15 MB that nothing closes',
    () => compute(`  notes: "${'x y\n    '.repeat(1.8 * MB)}`),
    'yaml.too-large 9:10',
  ],
  ['a field name of 3 MB', () => compute(`  "${'k'.repeat(3 * MB)}": v\n`), 'yaml.too-large 9:3'],
  ['4 MB of blank lines', () => '\n'.repeat(4 * MB), 'yaml.too-large 100002:1'],
  ['4 MB of comments', () => '#\n'.repeat(2 * MB), 'yaml.too-large 50001:2'],
  ['4 MB of list items', () => '- a\n'.repeat(MB), 'yaml.too-large 20001:1'],
  ['4 MB of separators', () => '---\n'.repeat(MB), 'yaml.too-large 50002:4'],
  ['15 MB of NUL', () => new Uint8Array(15 * MB), 'yaml.not-utf8 1:1'],
  [
    '4 MB of text and one byte',
    () => Buffer.from(`${'x'.repeat(4 * MB)}\xe9`, 'latin1'),
    'yaml.not-utf8 1:4194305',
  ],
  ['17 MB', () => '#'.repeat(17 * MB), 'yaml.too-large 1:1'],
  ['50,000 documents of garbage', () => '---\n- [}\n'.repeat(50_000), 'yaml.unclosed 2:4'],
  ['50,000 documents of words', () => '--- x\n'.repeat(50_000), 'schema.type 1:5'],
  [
    '10,000 manifests with one mistake each',
    () => `---\n${compute('  x: 1\n')}`.repeat(10_000),
    'schema.additionalProperties 10:3',
  ],
  ['20,000 quotes', () => '"'.repeat(20_000), 'yaml.unexpected-token 1:3'],
  ['20,000 closing brackets', () => `[a${']'.repeat(20_000)}`, 'yaml.unexpected-token 1:4'],
  ['20,000 commas', () => `[${','.repeat(20_000)}]`, 'yaml.unexpected-token 1:3'],
  ['20,000 anchors on one value', () => `${'&a '.repeat(20_000)}x`, 'yaml.multiple-anchors 1:4'],
  ['10,000 directives', () => `${'%X y\n'.repeat(10_000)}---\nx\n`, 'yaml.bad-directive 1:1'],
  ['20,000 unknown aliases', () => lines(20_000, (i) => `- *a${i}`), 'yaml.alias-unknown 1:3'],
  [
    '4,000 anchors beside unknown aliases',
    () => lines(4_000, (i) => `- &a${i} x\n- *b${i}`),
    'yaml.alias-unknown 2:3',
  ],
  [
    '5,000 merges of merges',
    () => lines(5_000, (i) => `a${i}: &a${i} { <<: *a${Math.max(0, i - 1)} }`),
    'yaml.alias-cycle 1:15',
  ],
  [
    'a bomb of 20 layers',
    () => `a0: &a0 [x]\n${lines(20, (i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]`)}`,
    'yaml.alias-bomb 5:25',
  ],
  [
    '9,000 fields with one name',
    () => compute(`  tags:\n${'    k: v\n'.repeat(9_000)}`),
    'yaml.duplicate-key 11:5',
  ],
  [
    '12,000 unknown fields',
    () => compute(lines(12_000, (i) => `  k${i}: v`)),
    'schema.additionalProperties 9:3',
  ],
  [
    '9,000 tags of the wrong type',
    () => compute(`  tags:\n${lines(9_000, (i) => `    k${i}: 1`)}`),
    'schema.type 10:9',
  ],
  [
    '15,000 malformed names in a list',
    () => manifest('ComponentAssignment', `  component: ram\n  computes:\n${'    - A_B/\n'.repeat(15_000)}`),
    'schema.pattern 8:7',
  ],
  [
    '5,000 selectors of the wrong type',
    () =>
      manifest(
        'Service',
        `  resources: { min: {} }\n  placement:\n    affinity:\n${'      - { matchLabels: 1 }\n'.repeat(5_000)}`,
      ),
    'schema.type 9:24',
  ],
  ['500 manifests of one name', () => `---\n${compute('')}`.repeat(500), 'name.duplicate 14:9'],
];

/** Makes fleets of one big file each, when they are asked for. */
export function generated(): readonly (readonly [name: string, make: () => Fleet])[] {
  return ROWS.map(([name, make, first]) => [
    name,
    () => {
      const path = `generated/${name.replace(/[^a-z0-9]+/gi, '-')}.yaml`;
      const made = make();
      const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made;
      return { name, files: [{ path, bytes }], expected: { [path]: [first] } };
    },
  ]);
}

function manifest(kind: string, spec: string): string {
  return `apiVersion: stowage/v1\nkind: ${kind}\nmetadata:\n  name: web-01\nspec:\n${spec}`;
}

function compute(rest: string): string {
  return manifest('Compute', `  type: vps\n  provider: hetzner\n  region: fsn1\n${rest}`);
}

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
}
