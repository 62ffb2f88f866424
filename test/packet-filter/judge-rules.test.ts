import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Box, Span } from '../../src/packet-filter/box.ts';
import { PROTOCOLS } from '../../src/packet-filter/box.ts';
import { Policy } from '../../src/packet-filter/policy.ts';
import type { DeclaredRule } from '../../src/packet-filter/read-rule.ts';
import type { RuleVerdict } from '../../src/packet-filter/rule-verdict.ts';
import type { Packet } from './universe.ts';
import { PACKETS, decider, inOrder, matches, someRules } from './universe.ts';

/** The packets of the universe in a box. */
function packetsIn({ family, spans: [protocol, source, destination, port] }: Box): Packet[] {
  const base = family === 4 ? 10n << 24n : 0xfd00n << 112n;
  const holds = ({ first, last }: Span, start: bigint): ((value: number) => boolean) => {
    const [low, high] = [Number(first - start), Number(last - start)];
    return (value) => low <= value && value <= high;
  };
  const [ofProtocol, ofPort] = [holds(protocol, 0n), holds(port, 0n)];
  const [ofSource, ofDestination] = [holds(source, base), holds(destination, base)];
  return PACKETS.filter(
    (packet) =>
      packet.family === family &&
      ofSource(packet.source) &&
      ofDestination(packet.destination) &&
      ofPort(packet.port) &&
      ofProtocol(PROTOCOLS.indexOf(packet.protocol)),
  );
}

/** Runs a property over rules with each verdict, the packets its rule matches and those it decides on. */
function forEachVerdict(
  judge: (of: {
    verdict: RuleVerdict;
    rule: DeclaredRule;
    ordered: readonly DeclaredRule[];
    matched: readonly Packet[];
    decided: readonly Packet[];
  }) => void,
): void {
  fc.assert(
    fc.property(someRules, (rules) => {
      const ordered = inOrder(rules);
      const verdicts = [...new Policy(rules, 'in').verdicts.values()];
      expect(verdicts.map(({ rule }) => rule.name)).toEqual(ordered.map(({ metadata }) => metadata.name));
      for (const [at, rule] of ordered.entries()) {
        const matched = PACKETS.filter((packet) => matches(rule, packet));
        const decided = matched.filter((packet) => decider(ordered, packet) === rule);
        judge({ verdict: verdicts[at]!, rule, ordered, matched, decided });
      }
    }),
    { numRuns: 150 },
  );
}

describe('rules judged against every packet of a small universe', () => {
  test('a rule is hidden exactly where it decides on no packet, and otherwise one that it decides on is shown', () => {
    forEachVerdict(({ verdict, rule, ordered, decided }) => {
      expect(verdict.decides === null).toBe(decided.length === 0);
      if (!verdict.decides) return;
      expect(packetsIn(verdict.decides).filter((packet) => decider(ordered, packet) !== rule)).toEqual([]);
    });
  });

  test('what hides a rule is earlier, matches all of it together, and could spare none', () => {
    forEachVerdict(({ verdict: { decides, hiddenBy }, rule, ordered, matched }) => {
      if (decides) return expect(hiddenBy).toEqual([]);
      const hiding = ordered.filter(({ metadata }) => hiddenBy.some(({ name }) => name === metadata.name));
      for (const one of hiding) expect(ordered.indexOf(one)).toBeLessThan(ordered.indexOf(rule));
      const coveredBy = (some: readonly DeclaredRule[], family: 4 | 6): boolean =>
        matched
          .filter((packet) => packet.family === family)
          .every((packet) => some.some((one) => matches(one, packet)));
      for (const family of [4, 6] as const) expect(coveredBy(hiding, family)).toBe(true);
      for (const one of hiding) {
        const rest = hiding.filter((other) => other !== one);
        expect(coveredBy(rest, 4) && coveredBy(rest, 6)).toBe(false);
      }
    });
  });

  test('a hidden rule is opposed unless, in each family, its packets fare as it says or its like covers it', () => {
    forEachVerdict(({ verdict, rule, ordered, matched, decided }) => {
      if (decided.length > 0) return expect(verdict.opposed).toBe(false);
      const alike = ordered
        .slice(0, ordered.indexOf(rule))
        .filter(({ spec }) => spec.action === rule.spec.action);
      const opposed = ([4, 6] as const).some((family) => {
        const packets = matched.filter((packet) => packet.family === family);
        if (packets.length === 0) return false;
        const agreed = packets.filter((packet) => decider(ordered, packet)?.spec.action === rule.spec.action);
        const covered = packets.every((packet) => alike.some((one) => matches(one, packet)));
        return agreed.length === 0 || !covered;
      });
      expect(verdict.opposed).toBe(opposed);
    });
  });

  test('rules tie exactly where one takes packets from another of its priority that acts otherwise', () => {
    forEachVerdict(({ verdict: { ties }, rule, ordered, matched }) => {
      const winners = new Set(matched.map((packet) => decider(ordered, packet)!));
      const tied = [...winners].filter(
        ({ spec }) => spec.priority === rule.spec.priority && spec.action !== rule.spec.action,
      );
      expect(ties.length > 0).toBe(tied.length > 0);
      for (const tie of ties) {
        const wrong = packetsIn(tie.packets).filter(
          (packet) => !matches(rule, packet) || decider(ordered, packet)!.metadata.name !== tie.rule.name,
        );
        expect(wrong).toEqual([]);
      }
    });
  });

  test('a rule correlates with an earlier one that takes a part of it, acts otherwise and matches more', () => {
    forEachVerdict(({ verdict: { correlated }, rule, ordered, matched, decided }) => {
      const living = new Set(decided.map(({ family }) => family));
      const crossing = new Set<string>();
      for (const packet of matched) {
        const winner = decider(ordered, packet)!;
        const { action, priority } = winner.spec;
        if (!living.has(packet.family) || crossing.has(winner.metadata.name)) continue;
        if (action === rule.spec.action || priority === rule.spec.priority) continue;
        const more = PACKETS.some(
          (other) => other.family === packet.family && matches(winner, other) && !matches(rule, other),
        );
        if (more) crossing.add(winner.metadata.name);
      }
      expect(correlated !== null).toBe(crossing.size > 0);
      if (!correlated) return;
      expect(crossing).toContain(correlated.rule.name);
      const wrong = packetsIn(correlated.packets).filter(
        (packet) => decider(ordered, packet)!.metadata.name !== correlated.rule.name,
      );
      expect(wrong).toEqual([]);
    });
  });

  test('a rule that later ones spare changes no packet by going away', () => {
    let spared = 0;
    forEachVerdict(({ verdict: { sparedBy }, rule, ordered, matched }) => {
      if (sparedBy.length === 0) return;
      spared++;
      const rest = ordered.filter((other) => other !== rule);
      const changed = matched.filter(
        (packet) => decider(rest, packet)?.spec.action !== decider(ordered, packet)!.spec.action,
      );
      expect(changed).toEqual([]);
    });
    expect(spared).toBeGreaterThan(0);
  });

  test('a rule spares nothing that keeps a denial hidden which would else deny', () => {
    const every = { source: 'any', destination: 'any', portStart: 0, portEnd: 0, direction: 'in' } as const;
    const tcp = { ...every, action: 'ALLOW', protocol: 'tcp', priority: 10 } as const;
    const denial = { ...tcp, action: 'DENY', destination: 'fd00::0/128', priority: 20 } as const;
    const ports = {
      ...every,
      action: 'ALLOW',
      protocol: 'all',
      portStart: 1,
      portEnd: 65_535,
      priority: 30,
    } as const;
    const rules = (...specs: readonly DeclaredRule['spec'][]): DeclaredRule[] =>
      specs.map((spec, nth) => ({ metadata: { name: `r${nth}` }, spec }));
    const sparing = (declared: readonly DeclaredRule[]): string[] =>
      [...new Policy(declared, 'in').verdicts.values()]
        .filter(({ sparedBy }) => sparedBy.length > 0)
        .map(({ rule }) => rule.name);

    expect(sparing(rules(ports, tcp, denial))).toEqual([]);
    expect(sparing(rules(ports, tcp))).toEqual(['r1']);
  });
});
