import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('service.min-above-max: a service may be granted what it needs', () => {
  test('each resource whose min exceeds its max is an error of its own', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Service
metadata: { name: web }
spec:
  resources:
    min: { cores: 4, memory: 3072 }
    max: { cores: 2, memory: 2048 }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'service.min-above-max',
        severity: 'error',
        message: 'min cores is 4, above its max of 2',
        hint: 'lower min or raise max; without a max, cores is granted as min says',
        file: 'fleet.yaml',
        line: 7,
        column: 19,
        related: [expect.objectContaining({ line: 8, message: 'max is 2' })],
      }),
      expect.objectContaining({
        code: 'service.min-above-max',
        severity: 'error',
        message: 'min memory is 3 GB, above its max of 2 GB',
        file: 'fleet.yaml',
        line: 7,
        column: 30,
        related: [expect.objectContaining({ line: 8, message: 'max is 2 GB' })],
      }),
    ]);
  });

  test('a min that equals its max, or has none, passes', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Service
metadata: { name: web }
spec:
  resources:
    min: { cores: 2, memory: 4096 }
    max: { cores: 2 }
`);
    expect(diagnostics).toEqual([]);
  });
});
