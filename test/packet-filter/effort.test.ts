import { describe, expect, test } from '@jest/globals';
import { Policy } from '../../src/packet-filter/policy.ts';
import { judgeRules } from '../../src/packet-filter/judge-rules.ts';
import type { DeclaredRule } from '../../src/packet-filter/read-rule.ts';

const MANY = 2000;
/** Each pair of rules may be looked at a few times. */
const MOST_VISITS = 6 * ((MANY * MANY) / 2);

/** The same numbers on every machine. */
function numbers(): (below: number) => number {
  let seed = 7;
  return (below) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
}

function rules(specOf: (nth: number, random: (below: number) => number) => object): DeclaredRule[] {
  const random = numbers();
  return Array.from({ length: MANY }, (_, nth) => ({
    metadata: { name: `rule-${String(nth).padStart(4, '0')}` },
    spec: {
      action: random(2) === 0 ? 'ALLOW' : 'DENY',
      protocol: 'tcp',
      source: '10.0.0.0/8',
      destination: 'any',
      portStart: 0,
      portEnd: 0,
      priority: nth,
      direction: 'in',
      ...specOf(nth, random),
    },
  }));
}

function network(random: (below: number) => number, prefix: number): string {
  const size = 2 ** (32 - prefix);
  const first = Math.floor(random(2 ** 32) / size) * size;
  return `${[24, 16, 8, 0].map((bits) => Math.floor(first / 2 ** bits) % 256).join('.')}/${prefix}`;
}

function ports(random: (below: number) => number): object {
  const [a, b] = [1 + random(65_535), 1 + random(65_535)];
  return { portStart: Math.min(a, b), portEnd: Math.max(a, b) };
}

/** One of 32 × 32 that together are all addresses and ports. */
function tile(nth: number): object {
  const [column, row] = [nth % 32, nth >> 5];
  return {
    source: `${row * 8}.0.0.0/5`,
    portStart: Math.max(1, column * 2048),
    portEnd: column * 2048 + 2047,
  };
}

const POLICIES = {
  'random networks and ports': rules((_, random) => ({
    source: network(random, 8 + random(25)),
    portStart: 1 + random(1000),
  })),
  'large networks on both sides and ranges that cross': rules((_, random) => ({
    source: network(random, random(12)),
    destination: network(random, random(12)),
    ...ports(random),
  })),
  'ranges each inside the next': rules((nth) => ({ portStart: 1000, portEnd: 1001 + nth })),
  'ranges each inside the one before': rules((nth) => ({ portStart: 1000, portEnd: 6000 - nth })),
  'ranges each inside the next, and all let in': rules((nth) => ({
    action: 'ALLOW',
    portStart: 3000 - nth,
    portEnd: 4001 + nth,
  })),
  'tiles that hide the rest': rules((nth) =>
    nth < 1024 ? { action: 'DENY', ...tile(nth) } : { action: 'ALLOW', source: '0.0.0.0/0' },
  ),
  'tiles that hide stripes': rules((nth) =>
    nth < 1024
      ? { action: 'DENY', ...tile(nth) }
      : { action: 'ALLOW', source: '0.0.0.0/0', portStart: nth - 1000, portEnd: 63_000 + nth },
  ),
  'one and the same': rules(() => ({ portStart: 80 })),
  'slabs in three dimensions': rules((nth, random) => {
    if (nth % 3 === 0) return { source: network(random, 6 + random(14)) };
    if (nth % 3 === 1) return { destination: network(random, 6 + random(14)) };
    return { portStart: 1 + random(65_000), portEnd: 65_535 };
  }),
  'a list of networks before services': rules((nth, random) =>
    nth < 1900 ? { action: 'DENY', source: network(random, 24), protocol: 'all' } : { portStart: nth },
  ),
};

describe('2,000 rules on one compute', () => {
  test.each(Object.entries(POLICIES))('%s cost a few looks at each pair', (_, declared) => {
    expect(judgeRules(new Policy(declared, 'in').rules).visits).toBeLessThan(MOST_VISITS);
  });
});
