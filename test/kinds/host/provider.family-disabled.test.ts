import { expect, test } from '@jest/globals';
import { providerFamilyDisabled } from '../../../src/kinds/host/checks/provider.family-disabled.ts';
import { diagnose } from '../../support/diagnose.ts';

test('a Host of a family that its organization does not use is told, with both ends', () => {
  const [diagnostic, ...others] = diagnose(providerFamilyDisabled.page?.fails ?? '');
  expect(others).toEqual([]);
  expect(diagnostic).toMatchObject({
    code: 'provider.family-disabled',
    severity: 'error',
    address: 'Host/web-01',
  });
  expect(`${diagnostic?.message} ${diagnostic?.hint}`).toContain('only hetzner-robot, ionos-dcd');
  expect(diagnostic?.related.length).toBeGreaterThan(0);
  expect(diagnose(providerFamilyDisabled.page?.passes ?? '')).toEqual([]);
});
