import { describe, expect, test } from '@jest/globals';
import { ruleSetsOf } from '../../src/model/rule-sets.ts';
import { held, machine, manifest, rule } from '../support/firewall.ts';
import { graphOf } from '../support/planned.ts';

const FLEET = [
  machine('web-01', { tags: { role: 'web' } }),
  machine('web-02', { tags: { role: 'web' } }),
  machine('db-01'),
  machine('spare'),
  rule('https', { portStart: 443 }),
  rule('http', { portStart: 80 }),
  rule('unused', { portStart: 8080 }),
  manifest('FirewallAssignment', 'by-role', {
    rule: 'https',
    computeSelector: { matchLabels: { role: 'web' } },
  }),
  ...held('web-01', 'https', 'http'),
  ...held('web-02', 'http'),
  ...held('db-01', 'http'),
  manifest('FirewallAssignment', 'off', { rule: 'https', compute: 'spare', enabled: false }),
].join('\n---\n');

const sets = ruleSetsOf(graphOf(FLEET));
const named = (some: readonly { readonly metadata: { readonly name: string } }[]) =>
  some.map(({ metadata }) => metadata.name);

describe('which rules hold where', () => {
  test('computes with the same rules are one set, whoever gave them', () => {
    expect(sets.all.map(({ rules, computes }) => [named(rules), named(computes)])).toEqual([
      [
        ['http', 'https'],
        ['web-01', 'web-02'],
      ],
      [['http'], ['db-01']],
      [[], ['spare']],
    ]);
  });

  test('a set is found by a compute and by a rule', () => {
    expect(sets.ofCompute.get('web-02')).toBe(sets.all[0]);
    expect(sets.ofRule.get('http')).toEqual([sets.all[0], sets.all[1]]);
    expect(sets.ofRule.get('unused')).toBe(undefined);
  });
});
