import { describe, expect, test } from '@jest/globals';
import { validateFleet } from '../../../src/pipeline/validate-fleet.ts';
import { diagnose, TODAY } from '../../support/diagnose.ts';

const SERVICE =
  'apiVersion: stowage/v1\nkind: Service\nmetadata:\n  name: web\nspec: { resources: { min: {} } }\n';

describe('name.duplicate: a name is given once in a kind', () => {
  test('the second manifest of a name is an error that shows the first', () => {
    expect(diagnose(`${SERVICE}---\n${SERVICE}`)).toEqual([
      {
        code: 'name.duplicate',
        severity: 'error',
        message: 'Service/web is declared twice',
        hint: 'rename or remove one of the two',
        file: 'fleet.yaml',
        line: 10,
        column: 9,
        endLine: 10,
        endColumn: 12,
        address: 'Service/web',
        pointer: '/metadata/name',
        related: [
          {
            file: 'fleet.yaml',
            line: 4,
            column: 9,
            endLine: 4,
            endColumn: 12,
            message: 'first declared here',
          },
        ],
      },
    ]);
  });

  test('in two files, each end is in its own', () => {
    const bytes = new TextEncoder().encode(SERVICE);
    const files = ['a.yaml', 'b.yaml'].map((path) => ({ path, bytes }));
    expect(validateFleet(files, TODAY).diagnostics).toEqual([
      expect.objectContaining({
        code: 'name.duplicate',
        file: 'b.yaml',
        line: 4,
        related: [expect.objectContaining({ file: 'a.yaml', line: 4 })],
      }),
    ]);
  });

  test('a third is a third error, about the first', () => {
    const found = diagnose(`${SERVICE}---\n${SERVICE}---\n${SERVICE}`);
    expect(found.map(({ line, related }) => [line, related[0]?.line])).toEqual([
      [10, 4],
      [16, 4],
    ]);
  });

  test('two kinds may share a name', () => {
    const compute = SERVICE.replace('Service', 'Compute').replace(
      /spec.*/,
      'spec: { type: vm, provider: own, region: berlin }',
    );
    expect(diagnose(`${SERVICE}---\n${compute}`)).toEqual([]);
  });
});
