import { expect, test } from '@jest/globals';
import type { RuleName } from '../../../src/model/infeasibility.ts';
import { Answers } from '../../../src/pipeline/certify/answers.ts';
import type { Rule } from '../../../src/pipeline/certify/rule.ts';

const named = (rule: RuleName): Rule => ({ rule, id: rule, text: rule, at: null, relaxed: (one) => one });
const [affinity, min, room, topology] = (['affinity', 'min', 'room', 'topologyKey'] as const).map(named) as [
  Rule,
  Rule,
  Rule,
  Rule,
];

/** Answers, and how many were tried for. */
function asking(rules: readonly Rule[], isStill = true) {
  const answers = new Answers(rules, isStill);
  const asked = {
    tries: 0,
    of: (relaxed: readonly Rule[], truth: boolean) => answers.of(relaxed, () => (asked.tries++, truth)),
  };
  return asked;
}

test('what fits with some rules relaxed fits with more, and what does not, does not with fewer', () => {
  const asked = asking([affinity, min, room]);
  expect(asked.of([min], true)).toBe(true);
  expect(asked.of([min, room], false)).toBe(true);
  expect(asked.of([affinity, room], false)).toBe(false);
  expect(asked.of([affinity], true)).toBe(false);
  expect(asked.tries).toBe(2);
});

test('nothing follows where others may move but what was asked already', () => {
  const asked = asking([affinity, min, room], false);
  expect(asked.of([min], true)).toBe(true);
  expect(asked.of([min, room], false)).toBe(false);
  expect(asked.of([min], false)).toBe(true);
  expect(asked.tries).toBe(2);
});

test('for a service that spreads, more computes may be worse, unless it need not spread', () => {
  const asked = asking([affinity, min, room, topology]);
  expect(asked.of([min], true)).toBe(true);
  expect(asked.of([min, room], false)).toBe(true);
  expect(asked.of([min, affinity], false)).toBe(false);
  expect(asked.of([min, affinity, topology], false)).toBe(true);
  expect(asked.tries).toBe(2);
});

test('a try that gave no answer is no answer', () => {
  const answers = new Answers([min], true);
  expect(answers.of([min], () => null)).toBeNull();
  expect(answers.of([min], () => true)).toBe(true);
});
