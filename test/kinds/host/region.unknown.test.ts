import { expect, test } from '@jest/globals';
import { regionUnknown } from '../../../src/kinds/host/checks/region.unknown.ts';
import { diagnose } from '../../support/diagnose.ts';

test('a Host in a region where its profile is not offered is told, with both ends', () => {
  const [diagnostic, ...others] = diagnose(regionUnknown.page?.fails ?? '');
  expect(others).toEqual([]);
  expect(diagnostic).toMatchObject({ code: 'region.unknown', severity: 'error', address: 'Host/web-01' });
  expect(`${diagnostic?.message} ${diagnostic?.hint}`).toContain(
    'cpx31 is not offered in nbg2, only in fsn1, nbg1, hel1',
  );
  expect(diagnostic?.related.length).toBeGreaterThan(0);
  expect(diagnose(regionUnknown.page?.passes ?? '')).toEqual([]);
});
