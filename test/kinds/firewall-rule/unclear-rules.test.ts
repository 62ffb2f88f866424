import { describe, expect, test } from '@jest/globals';
import { addressed, controllers, held, machine, manifest, rule } from '../../support/firewall.ts';
import { saidOfFleet } from '../../support/page-fleet.ts';

const codes = (...manifests: readonly string[]): string[] =>
  saidOfFleet(manifests.map((text) => `${text}\n`).join('---\n')).map(
    ({ code, pointer }) => `${code} ${pointer}`,
  );

describe('a rule that has no clear meaning is reported once, and nothing that follows from it', () => {
  test.each([
    ['a source that is no network', { source: '10.0.0.0/33' }, 'ip.syntax /spec/source'],
    ['a destination with a leading zero', { destination: '010.0.0.7' }, 'ip.syntax /spec/destination'],
    ['two families', { source: '0.0.0.0/0', destination: 'fd00::1' }, 'fw.family-mix /spec/destination'],
    ['ports of icmp', { protocol: 'icmp', portEnd: 443 }, 'fw.port-protocol /spec/portStart'],
    ['a reversed range', { portStart: 443, portEnd: 22 }, 'fw.range-reversed /spec/portEnd'],
  ])('%s', (_, fields, expected) => {
    const found = codes(
      controllers('198.51.100.7/32'),
      machine('web-01'),
      ...addressed('web-01', '49.12.8.10', '2a01:4f8:c17:1::10'),
      manifest('Service', 'web', { replicas: 0, resources: { min: { cores: 1 } } }),
      manifest('PortAssignment', 'https', { service: 'web', ip: 'web-01-0', port: 443 }),
      rule('allow-much', { portStart: 22, ...fields }),
      rule('deny-rest', { action: 'DENY', protocol: 'all', priority: 900 }),
      ...held('web-01', 'allow-much', 'deny-rest'),
    );
    expect(found).toEqual([expected]);
  });
});
