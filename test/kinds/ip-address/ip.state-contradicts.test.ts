import { describe, expect, test } from '@jest/globals';
import { compute, ipAddress, ipAssignment, saidOf } from '../../support/addresses.ts';

const GIVEN = ipAssignment('web-v4', { compute: 'web', ip: 'vip' });
const vip = (state: string): string => ipAddress('vip', { address: '10.20.0.100', state });

describe('ip.state-contradicts: the state of an address is what the IPAssignments say', () => {
  test('an address kept aside that is given away is an error, and both ends are shown', () => {
    expect(saidOf(compute('web'), vip('reserved'), GIVEN)).toEqual([
      'ip.state-contradicts 3 | 10.20.0.100 is reserved, and IPAssignment/web-v4 gives it to web | 5',
    ]);
  });

  test('an address that is said to be assigned and is not is an error', () => {
    expect(saidOf(vip('assigned'))).toEqual([
      'ip.state-contradicts 1 | 10.20.0.100 is said to be assigned, and no IPAssignment gives it to a compute | ',
    ]);
  });

  test('where an IPAssignment is not valid, that is the mistake to mend', () => {
    const said = saidOf(compute('web'), vip('assigned'), GIVEN.replace('"compute"', '"computer"'));
    expect(said).toEqual([expect.stringMatching(/^schema\./)]);
  });

  test.each(['available', 'assigned'])('an assigned address that is %s passes', (state) => {
    expect(saidOf(compute('web'), vip(state), GIVEN)).toEqual([]);
  });

  test('an address kept aside passes', () => {
    expect(saidOf(vip('reserved'))).toEqual([]);
  });
});
