import { describe, expect, test } from '@jest/globals';
import { Graph } from '../../src/model/graph.ts';
import { fleet, manifestsOf } from '../support/fleet.ts';

const WORDS = {
  computes: { one: { cores: 4 }, two: { cores: 8 } },
  services: { web: { cores: 1 } },
  pins: [{ service: 'web', compute: 'two' }],
};

describe('the graph of a fleet', () => {
  test('finds a manifest by kind and name', () => {
    const graph = fleet(WORDS);
    expect(graph.get('Compute', 'two')?.metadata.name).toBe('two');
    expect(graph.get('Service', 'two')).toBeUndefined();
    expect(graph.get('DNSZone', 'two')).toBeUndefined();
  });

  test('lists the manifests of a kind in the order of the files', () => {
    expect(
      fleet(WORDS)
        .all('Compute')
        .map(({ metadata }) => metadata.name),
    ).toEqual(['one', 'two']);
    expect(fleet(WORDS).all('DNSZone')).toEqual([]);
  });

  test('knows what a manifest refers to, and where', () => {
    const manifests = manifestsOf(WORDS);
    const [pin] = manifests.slice(-1);
    const [target] = manifests.filter(({ kind }) => kind === 'Service');
    if (!pin || !target) throw new Error('the fleet has a pin and a service');
    const graph = new Graph(manifests, [{ from: pin, pointer: '/spec/service', to: target }], new Map());
    expect(graph.referencesFrom(pin)).toEqual([{ from: pin, pointer: '/spec/service', to: target }]);
    expect(graph.referencesFrom(target)).toEqual([]);
  });

  test('identifies a manifest by its key where it has one, else by its name', () => {
    const manifests = manifestsOf(WORDS);
    const [first, second] = manifests;
    if (!first || !second) throw new Error('the fleet has manifests');
    const graph = new Graph(manifests, [], new Map([[first, 'a key']]));
    expect(graph.keyOf(first)).toBe('a key');
    expect(graph.keyOf(second)).toBe(second.metadata.name);
  });

  test('lists the hardware of a compute with the assignment that put it there', () => {
    expect(fleet(WORDS).hardwareOf('one')).toEqual([
      expect.objectContaining({ assignment: 'one-cpu', quantity: 1 }),
      expect.objectContaining({ assignment: 'one-ram' }),
      expect.objectContaining({ assignment: 'one-storage' }),
    ]);
    expect(fleet(WORDS).hardwareOf('nowhere')).toEqual([]);
  });
});
