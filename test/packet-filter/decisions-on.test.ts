import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { boxOf } from '../../src/packet-filter/box.ts';
import { packetText } from '../../src/packet-filter/packet-text.ts';
import { Policy } from '../../src/packet-filter/policy.ts';
import type { DeclaredRule } from '../../src/packet-filter/read-rule.ts';
import { readRule } from '../../src/packet-filter/read-rule.ts';
import { PACKETS, decider, inOrder, matches, someRules } from './universe.ts';

const SPEC: DeclaredRule['spec'] = {
  action: 'ALLOW',
  protocol: 'tcp',
  source: 'any',
  destination: 'any',
  portStart: 0,
  portEnd: 0,
  priority: 100,
  direction: 'in',
};
const rule = (name: string, spec: Partial<DeclaredRule['spec']>): DeclaredRule => ({
  metadata: { name },
  spec: { ...SPEC, ...spec },
});

describe('a policy asked about some packets', () => {
  test('names exactly those who decide on some of them, as every packet of a small universe says', () => {
    fc.assert(
      fc.property(someRules, fc.nat(7), (rules, nth) => {
        const asked = rules[nth % rules.length]!;
        const box = readRule(asked)!.boxes[0]!;
        const others = rules.filter((other) => other !== asked);
        const policy = new Policy(others, 'in');
        const ordered = inOrder(others);
        const packets = PACKETS.filter((packet) => packet.family === box.family && matches(asked, packet));
        const expected = new Set(
          packets.map((packet) => decider(ordered, packet)?.metadata.name ?? 'default'),
        );
        const named = policy.decisionsOn(box).map((decision) => decision.rule?.name ?? 'default');
        expect(new Set(named)).toEqual(expected);
        expect(named).toHaveLength(expected.size);
      }),
      { numRuns: 150 },
    );
  });

  test('denies what no rule matches where there are rules, and lets all pass where there are none', () => {
    const web = boxOf(4, 'tcp', null, null, { first: 443n, last: 443n });
    const said = (rules: DeclaredRule[]) =>
      new Policy(rules, 'in').decisionsOn(web).map(({ action }) => action);
    expect(said([rule('ssh', { portStart: 22 })])).toEqual(['DENY']);
    expect(said([])).toEqual(['ALLOW']);
    expect(said([rule('ssh', { portStart: 22, direction: 'out' })])).toEqual(['ALLOW']);
  });

  test('tries rules of one priority by name', () => {
    const policy = new Policy(
      [rule('b', {}), rule('a', { action: 'DENY' }), rule('c', { priority: 1 })],
      'in',
    );
    expect(policy.rules.map(({ name }) => name)).toEqual(['c', 'a', 'b']);
  });

  test('leaves out a rule without a clear meaning, and says so', () => {
    const unclear = [
      rule('mixed', { source: '10.0.0.0/8', destination: 'fd00::1' }),
      rule('ported', { protocol: 'icmp', portStart: 8 }),
      rule('reversed', { portStart: 9, portEnd: 8 }),
      rule('endless', { portEnd: 8 }),
      rule('unread', { source: '10.0.0.0/33' }),
    ];
    for (const one of unclear) {
      expect(new Policy([one], 'in')).toMatchObject({ rules: [], incomplete: true, fallback: 'DENY' });
    }
    expect(new Policy([rule('clear', {})], 'in').incomplete).toBe(false);
  });

  test('describes a packet by what matters of it', () => {
    const boxes = readRule(rule('a', { protocol: 'all', source: '10.0.0.0/8', portStart: 22 }))!.boxes;
    expect(boxes.map(packetText)).toEqual(['tcp 22 from 10.0.0.0']);
    expect(readRule(rule('a', { protocol: 'icmp' }))!.boxes.map(packetText)).toEqual([
      'icmp over IPv4',
      'icmp over IPv6',
    ]);
  });
});
