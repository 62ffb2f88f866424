import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Manifest } from '../../src/model/manifest.ts';
import { SelectorIndex } from '../../src/model/selector-index.ts';
import { labelsOf, selects } from '../../src/model/selector.ts';

const key = fc.constantFrom('env', 'role', 'stowage/region');
const value = fc.constantFrom('a', 'b', 'c');
const selector = fc.record({
  matchLabels: fc.dictionary(key, value, { maxKeys: 2 }),
  matchExpressions: fc.array(
    fc.record({
      key,
      operator: fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist'),
      values: fc.array(value, { maxLength: 3 }),
    }),
    { maxLength: 2 },
  ),
});
const computes = fc
  .array(fc.record({ region: value, tags: fc.dictionary(fc.constantFrom('env', 'role'), value) }), {
    maxLength: 8,
  })
  .map((specs) =>
    specs.map(
      (spec, nth) =>
        ({
          metadata: { name: `c${nth}` },
          spec: { type: 'vm', provider: 'own', ...spec },
        }) as unknown as Manifest<'Compute'>,
    ),
  );

test('an index of computes chooses those that a selector chooses one by one', () => {
  fc.assert(
    fc.property(computes, selector, (all, asked) => {
      const names = (some: readonly Manifest<'Compute'>[]) =>
        some.map(({ metadata }) => metadata.name).sort();
      expect(names(new SelectorIndex(all).selected(asked))).toEqual(
        names(all.filter(({ metadata, spec }) => selects(asked, labelsOf(metadata.name, spec)))),
      );
    }),
  );
});
