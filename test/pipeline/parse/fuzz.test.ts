import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { validateFleet } from '../../../src/pipeline/validate-fleet.ts';
import { faultsOf } from '../../hostile/faults-of.ts';
import { TODAY } from '../../support/diagnose.ts';
import { processorTime } from '../../support/processor-time.ts';

/** Every construct of YAML that people use, in valid manifests. */
const SEED = readFileSync('test/pipeline/parse/seed.yaml');
/** Far more than any of them takes, far less than anything that grows faster than the text. */
const LIMIT_MS = 1_000;

type Mutation = (bytes: Uint8Array) => Uint8Array;

const share = fc.double({ min: 0, max: 1, noNaN: true });

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(share, fc.nat(255)).map(([at, byte]): Mutation => (bytes) => {
    const changed = Uint8Array.from(bytes);
    changed[Math.floor(at * (bytes.length - 1))] = byte;
    return changed;
  }),
  share.map(
    (at): Mutation =>
      (bytes) =>
        bytes.slice(0, Math.floor(at * bytes.length)),
  ),
  fc.tuple(share, fc.nat(8)).map(
    ([at, count]): Mutation =>
      (bytes) =>
        edited(bytes, at, (line) => [line, ...Array<string>(count).fill(line)]),
  ),
  share.map(
    (at): Mutation =>
      (bytes) =>
        edited(bytes, at, () => []),
  ),
  fc
    .tuple(
      share,
      fc.constantFrom(
        '  ',
        '\t',
        '- ',
        '? ',
        ': ',
        '{',
        '[',
        '"',
        "'",
        '|',
        '&a ',
        '*a ',
        '!!x ',
        '#',
        '---',
        '...',
        '<<: ',
        '%',
      ),
    )
    .map(
      ([at, mark]): Mutation =>
        (bytes) =>
          edited(bytes, at, (line) => [`${mark}${line}`]),
    ),
);

describe('a valid file with random damage', () => {
  test('is valid as long as it has none', () => {
    const { diagnostics, value } = validateFleet([{ path: 'seed.yaml', bytes: SEED }], TODAY);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(value.manifests.length).toBeGreaterThan(3);
  });

  test('never throws, answers soon, and points into the file', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (mutations) => {
        const bytes = mutations.reduce<Uint8Array>((damaged, mutate) => mutate(damaged), SEED);
        const files = [{ path: 'seed.yaml', bytes }];
        const spent = processorTime();
        const { diagnostics } = validateFleet(files, TODAY);
        expect(spent()).toBeLessThan(LIMIT_MS);
        expect(diagnostics.flatMap((diagnostic) => faultsOf(diagnostic, files))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

function edited(bytes: Uint8Array, at: number, edit: (line: string) => string[]): Uint8Array {
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  const index = Math.floor(at * (lines.length - 1));
  lines.splice(index, 1, ...edit(lines[index] ?? ''));
  return Buffer.from(lines.join('\n'), 'latin1');
}
