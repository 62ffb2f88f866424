import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';
import { controllers, held, machine, rule } from '../support/firewall.ts';

let fleet: TestFleet;
beforeAll(() => {
  fleet = testFleet({
    'stowage.yaml': controllers('198.51.100.7/32'),
    'inventory/fleet.yaml': [
      machine('db-01'),
      rule('allow-postgres', { portStart: 5432, source: '10.0.0.0/8' }),
      ...held('db-01', 'allow-postgres'),
    ].join('\n---\n'),
  });
});
afterAll(() => fleet.dispose());

test.each(['validate', 'plan', 'report'])(
  '%s knows the controllers that stowage.yaml names',
  async (command) => {
    const { stdout, stderr, status } = await fleet.stowage(command);
    expect(stdout + stderr).toContain('no firewall rule lets the controller at 198.51.100.7/32 reach db-01');
    expect(status).toBe(3);
  },
);
