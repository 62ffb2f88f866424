import { describe, expect, test } from '@jest/globals';
import { edited, planOf, recordedFrom, stepIds } from '../../support/planned.ts';

const IP = `{ apiVersion: stowage/v1, kind: IPAddress, metadata: { name: edge }, spec: { address: 192.0.2.1, type: public } }\n`;
const OTHER = edited(IP, ['192.0.2.1', '192.0.2.2']);

describe('the ids of steps', () => {
  test('an address that is exchanged under one name is created and deleted', () => {
    expect(stepIds(planOf(OTHER, { recorded: recordedFrom(IP) }))).toEqual([
      'create:IPAddress/edge',
      'delete:IPAddress/edge',
    ]);
  });

  test('two recorded objects that once had one name are deleted by steps of two ids', () => {
    // Renaming the first is no change, so it stays recorded under the name that the second has now.
    const renamed = `${edited(IP, ['name: edge', 'name: old-edge'])}---\n${OTHER}`;
    const recorded = recordedFrom(renamed, { recorded: recordedFrom(IP) });
    expect(recorded.objects.map(({ metadata }) => metadata.name)).toEqual(['edge', 'edge']);
    expect(stepIds(planOf('', { recorded }))).toEqual([
      'delete:IPAddress/edge#192.0.2.1',
      'delete:IPAddress/edge#192.0.2.2',
    ]);
  });
});
