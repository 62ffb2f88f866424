import { describe, expect, test } from '@jest/globals';
import { readProject } from '../../src/pipeline/read-project.ts';
import { fileOf } from '../support/planned.ts';

const settings = (spec: string): string =>
  `apiVersion: stowage/v1\nkind: Project\nmetadata: { name: fleet-of-ours }\nspec: ${spec}\n`;
const read = (yaml: string) => readProject(fileOf('stowage.yaml', yaml), 'fallback');

describe('the settings of a fleet', () => {
  test('have defaults where there is no file', () => {
    expect(readProject(null, 'our-fleet')).toEqual({
      value: {
        name: 'our-fleet',
        file: 'stowage.yaml',
        spec: expect.objectContaining({
          inventory: ['inventory'],
          currency: 'EUR',
          state: { branch: 'stowage/state', remote: 'origin' },
          guards: expect.objectContaining({ maxDeletions: 50, maxDeletionPercent: 30 }) as unknown,
        }) as unknown,
      },
      diagnostics: [],
    });
  });

  test.each([
    ['Our Fleet', 'our-fleet'],
    ['--x--', 'x'],
    ['München', 'm-nchen'],
    ['...', 'fleet'],
    ['', 'fleet'],
  ])('are named after the folder %j: %s', (folder, name) => {
    expect(readProject(null, folder).value.name).toBe(name);
  });

  test('have defaults for what the file does not say', () => {
    const { value, diagnostics } = read(settings('{ currency: CHF }'));
    expect(diagnostics).toEqual([]);
    expect(value.name).toBe('fleet-of-ours');
    expect(value.spec).toMatchObject({ currency: 'CHF', inventory: ['inventory'] });
  });

  test.each([
    [
      'a manifest of another kind',
      '{ apiVersion: stowage/v1, kind: Service, metadata: { name: web }, spec: { resources: { min: {} } } }\n',
      'a Service',
    ],
    ['a second project', settings('{}'), 'another'],
  ])('share their file with no one: %s', (_what, stranger, said) => {
    expect(read(`${settings('{}')}---\n${stranger}`).diagnostics).toEqual([
      expect.objectContaining({
        code: 'project.only',
        severity: 'error',
        message: `stowage.yaml holds one Project, and here is ${said}`,
        file: 'stowage.yaml',
      }),
    ]);
  });

  test('that are broken are an error in their file', () => {
    const { diagnostics } = read(settings('{ currency: euros }'));
    expect(diagnostics).toEqual([
      expect.objectContaining({ severity: 'error', file: 'stowage.yaml', line: 4 }),
    ]);
  });
});
