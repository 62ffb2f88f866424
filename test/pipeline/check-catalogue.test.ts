import { describe, expect, test } from '@jest/globals';
import { CHECK_CATALOGUE } from '../../src/pipeline/check-catalogue.ts';
import { CHECK_IDS, WARNINGS } from '../support/check-ids.ts';
import { saidOf } from '../support/page-fleet.ts';

const EXPECTED = Object.values(CHECK_IDS).flat();
const CHECKS = [...CHECK_CATALOGUE.values()];
const brief = (said: ReturnType<typeof saidOf>): string[] =>
  said.map(({ code, severity, message }) => `${severity} ${code}: ${message}`);

describe('the catalogue', () => {
  test('has every check that is promised', () => {
    const there = EXPECTED.filter((id) => CHECK_CATALOGUE.has(id));
    expect(there).toEqual(EXPECTED);
  });

  test('has no check that nobody was told of', () => {
    expect(CHECKS.map(({ id }) => id).filter((id) => !EXPECTED.includes(id))).toEqual([]);
  });

  test('calls an error and a warning what was promised as one', () => {
    const warnings = CHECKS.filter(({ severity }) => severity === 'warning').map(({ id }) => id);
    expect(warnings.sort()).toEqual([...WARNINGS].sort());
  });

  test('knows a check by one object, wherever it is listed', () => {
    expect(CHECKS.map(({ id }) => id)).toEqual([...CHECK_CATALOGUE.keys()]);
  });
});

describe.each(CHECKS.map((check) => [check.id, check] as const))(
  'the page of %s',
  (id, { severity, page }) => {
    test('says what it means', () => expect(page.meaning.trim()).toMatch(/^[A-Z`].*[.!)]$/s));

    test('shows manifests with this mistake and no other', () => {
      const said = saidOf(page, page.fails);
      expect({
        said: brief(said),
        first: said[0]?.code,
        severity: said[0]?.severity,
        count: said.length,
      }).toEqual({
        said: expect.anything() as unknown,
        first: id,
        severity,
        count: 1,
      });
    });

    test('shows the same manifests without it', () => {
      expect(brief(saidOf(page, page.passes))).toEqual([]);
    });
  },
);
