import { describe, expect, test } from '@jest/globals';
import type { Plan } from '../../src/model/plan.ts';
import { planMarkdown } from '../../src/render/plan-markdown.ts';
import { many, planWith, seat, step } from './plans.ts';

const LIMIT = 60_000;
const comment = (parts: Partial<Plan>): string => planMarkdown(planWith(parts));

/** Every fence and every fold that opens also closes. */
function expectWhole(markdown: string): void {
  const fences = markdown.split('\n').filter((line) => line.startsWith('````'));
  expect(fences.filter((_, index) => index % 2 === 0).every((line) => line === '````diff')).toBe(true);
  expect(fences.filter((_, index) => index % 2 === 1).every((line) => line === '````')).toBe(true);
  expect(fences.length % 2).toBe(0);
  expect(markdown.match(/<details/g) ?? []).toHaveLength((markdown.match(/<\/details>/g) ?? []).length);
  expect(markdown).toMatch(/Digest `sha256:[0-9a-f]{64}`\n$/);
}

describe('a plan as a comment on a pull request', () => {
  test('is found again by a hidden marker, and shows headline, attention, groups and digest', () => {
    const markdown = comment({
      summary: {
        ...planWith().summary,
        create: 1,
        delete: 1,
        move: 1,
        monthlyCost: { before: 10, after: 12.5, currency: 'EUR' },
      },
      steps: [
        step('create', 'Compute/web-02', { cost: 2.5 }),
        seat('move', 'web-01', 'web-02', { summary: 'web-01 is gone' }),
        step('delete', 'Compute/web-01'),
      ],
      guards: [{ name: 'deletions', message: 'too many', approved: false }],
    });
    expectWhole(markdown);
    expect(markdown).toMatchInlineSnapshot(`
      "<!-- stowage:plan:test -->
      ### Stowage plan for test

      **1 create, 1 delete, 1 move · €10.00 → €12.50/month**

      | Needs attention | |
      |---|---|
      | guard \`deletions\` | too many |
      | deletes | Compute/web-01 |
      | moves | Service/web#1: web-01 is gone |

      <details open><summary>Compute (2)</summary>

      \`\`\`\`diff
      + web-02  what it is  +€2.50/month
      - web-01  what it is
      \`\`\`\`

      </details>

      <details open><summary>Placements (1)</summary>

      \`\`\`\`diff
      ! web #1  web-01 → web-02  2 cores  (web-01 is gone)
      \`\`\`\`

      </details>

      Digest \`sha256:0000000000000000000000000000000000000000000000000000000000000000\`
      "
    `);
  });

  test('of nothing is short', () => {
    const markdown = comment({});
    expectWhole(markdown);
    expect(markdown).toContain('**nothing to do · €0.00/month**');
    expect(markdown).not.toContain('<details');
    expect(markdown).not.toContain('| Needs attention');
  });

  test('opens what is risky and folds what is not', () => {
    const markdown = comment({ steps: [step('create', 'Service/a'), step('delete', 'Compute/b')] });
    expect(markdown).toContain('<details><summary>Service (1)</summary>');
    expect(markdown).toContain('<details open><summary>Compute (1)</summary>');
  });

  test('lists what fits nowhere, with its reasons', () => {
    const markdown = comment({
      unplaced: [
        { service: 'web', instance: 3, rejected: [{ compute: 'a', reason: 'memory short by 1 GB' }] },
      ],
    });
    expect(markdown).toContain('| fits nowhere | web #3 |');
    expect(markdown).toContain('! web #3 fits nowhere\n      1 compute: memory too short\n');
  });

  test('names at most 25 things that need attention, and how many there are', () => {
    const markdown = comment({ steps: many(40, 'delete', 'Service') });
    expect(markdown.match(/^\| deletes \|/gm)).toHaveLength(25);
    expect(markdown).toContain('| … | 15 more |');
  });

  test('lets no text end a cell or begin HTML', () => {
    const markdown = comment({
      diagnostics: [
        {
          code: 'x.y',
          severity: 'warning',
          message: 'a|b \\| c\nd\r<!-- <img src=x>',
          file: 'f.yaml',
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 2,
          related: [],
        },
      ],
    });
    const [row = ''] = markdown.split('\n').filter((line) => line.startsWith('| `x.y`'));
    expect(row).toBe('| `x.y` | a\\|b \\\\\\| c d &lt;!-- &lt;img src=x> (f.yaml:1) |');
  });

  test('lets no text of a manifest end a fence', () => {
    const evil = 'x\n````\n\n# owned\n````diff';
    const markdown = comment({
      steps: [
        step('update', 'Service/a', {
          summary: evil,
          changes: [
            { path: 'spec.description', before: evil, after: `${evil}\nmore` },
            { path: 'spec.other', before: 'a\n', after: evil },
          ],
        }),
        step('create', 'Service/b', { summary: evil }),
      ],
    });
    expectWhole(markdown);
    expect(markdown.match(/^````/gm)).toHaveLength(2);
    expect(markdown).not.toMatch(/^# owned/m);
  });

  test('counts steps, not lines, in the heading of a group', () => {
    const changes = [
      { path: 'spec.a', before: 1, after: 2 },
      { path: 'spec.b', after: 2 },
      { path: 'spec.c', before: 'x\ny\n', after: 'x\nz\n' },
    ];
    expect(comment({ steps: [step('update', 'Service/a', { changes })] })).toContain(
      '<summary>Service (1)</summary>',
    );
  });

  test('counts what it does not show, too', () => {
    expect(comment({ steps: many(200, 'create', 'Service') })).toContain('<summary>Service (200)</summary>');
  });

  test('stays below the limit with thousands of steps, whole, and says what it left out', () => {
    const long = 'x'.repeat(60);
    const steps = [
      ...many(3000, 'update', 'DNSRecord').map((each) => ({ ...each, summary: long })),
      ...many(3000, 'create', 'Service'),
      ...many(100, 'delete', 'Compute'),
    ];
    const markdown = comment({ steps });
    expect(markdown.length).toBeLessThanOrEqual(LIMIT);
    expectWhole(markdown);
    expect(markdown).toContain('Left out for length: DNSRecord.');
    expect(markdown).toContain('<summary>Service (3000)</summary>');
    expect(markdown).toContain('<summary>Compute (100)</summary>');
  });

  test('leaves out harmless groups before risky ones, though those are longer', () => {
    const steps = [
      ...many(1500, 'update', 'DNSRecord'),
      ...many(20, 'update', 'Service'),
      ...many(2000, 'delete', 'Compute'),
    ];
    const markdown = comment({ steps });
    expect(markdown.length).toBeLessThanOrEqual(LIMIT);
    expect(markdown).toContain('<summary>Compute (2000)</summary>');
    expect(markdown).toContain('Left out for length: DNSRecord');
    expectWhole(markdown);
  });

  test('leaves out even what is risky before it is cut', () => {
    const markdown = comment({ steps: many(9000, 'delete', 'Compute') });
    expect(markdown.length).toBeLessThanOrEqual(LIMIT);
    expectWhole(markdown);
    expect(markdown).toContain('Left out for length: Compute.');
    expect(markdown).toContain('8975 more');
  });

  test('stays below the limit though messages are long', () => {
    const diagnostics = Array.from({ length: 30 }, () => ({
      code: 'x.y',
      severity: 'warning' as const,
      message: 'y'.repeat(4000),
      file: 'f.yaml',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 2,
      related: [],
    }));
    const markdown = comment({ diagnostics });
    expect(markdown.length).toBeLessThanOrEqual(LIMIT);
    expectWhole(markdown);
  });
});
