import { describe, expect, test } from '@jest/globals';
import { StowageError } from '../../../src/model/stowage-error.ts';
import { readLoss } from '../../../src/pipeline/simulate/read-loss.ts';
import { fleet } from '../../support/fleet.ts';

const graph = fleet({
  computes: { 'web-01': { region: 'fsn1' }, 'db-01': { region: 'de/txl', provider: 'ionos' } },
  services: { postgres: {} },
});

describe('what is lost', () => {
  test.each([
    ['Compute/web-01', ['web-01'], []],
    ['compute/web-01', ['web-01'], []],
    ['region/de/txl', ['db-01'], []],
    ['provider/hetzner', ['web-01'], []],
    ['Service/postgres', [], ['postgres']],
  ])('%s', (address, computes, services) => {
    expect(readLoss(address, graph)).toMatchObject({ computes, services });
  });

  test.each([
    ['Compute/weeb-01', 'there is no Compute weeb-01', 'did you mean Compute/web-01?'],
    ['Service/x', 'there is no Service x', 'known: postgres'],
    ['region/fsn', 'there is no region with a compute named fsn', 'did you mean region/fsn1?'],
    ['provider/aws', 'there is no provider with a compute named aws', 'known: hetzner, ionos'],
    ['regin/fsn1', 'regin is nothing that can be lost', 'did you mean region/fsn1?'],
    ['web-01', 'web-01 names nothing that can be lost', 'did you mean Compute/web-01?'],
    ['', ' names nothing', 'name a loss as Compute/NAME, Service/NAME, region/NAME or provider/NAME'],
    ['DNSZone/example', 'DNSZone is nothing that can be lost', 'name a loss as Compute/NAME'],
  ])('%j is refused, and what was meant is named', (address, message, hint) => {
    const refuse = (): unknown => readLoss(address, graph);
    expect(refuse).toThrow(StowageError);
    expect(refuse).toThrow(message);
    try {
      refuse();
    } catch (error) {
      expect((error as StowageError).hint).toContain(hint);
    }
  });
});
