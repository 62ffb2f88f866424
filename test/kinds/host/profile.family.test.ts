import { expect, test } from '@jest/globals';
import { profileFamily } from '../../../src/kinds/host/checks/profile.family.ts';
import { diagnose } from '../../support/diagnose.ts';

test('a Host of one family from a provider of another is told, with both ends', () => {
  const [diagnostic, ...others] = diagnose(profileFamily.page?.fails ?? '');
  expect(others).toEqual([]);
  expect(diagnostic).toMatchObject({ code: 'profile.family', severity: 'error', address: 'Host/web-01' });
  expect(`${diagnostic?.message} ${diagnostic?.hint}`).toContain('ionos-prod is of the family ionos-dcd');
  expect(diagnostic?.related.length).toBeGreaterThan(0);
  expect(diagnose(profileFamily.page?.passes ?? '')).toEqual([]);
});
