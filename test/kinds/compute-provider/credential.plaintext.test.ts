import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

const provider = (endpoint: string): string =>
  `apiVersion: stowage/v1\nkind: ComputeProvider\nmetadata: { name: hcloud }\nspec:\n  family: sandbox\n  endpoint: ${endpoint}\n`;

describe('credential.plaintext: no address holds a secret', () => {
  test.each(['https://ada:hunter2@gateway.example.net/v1', 'https://hunter2@gateway.example.net'])(
    '%s is an error that repeats nothing of it',
    (endpoint) => {
      const diagnostics = diagnose(provider(endpoint));
      expect(diagnostics).toEqual([
        expect.objectContaining({ code: 'credential.plaintext', severity: 'error', line: 6, column: 13 }),
      ]);
      expect(JSON.stringify(diagnostics)).not.toContain('hunter2');
    },
  );

  test.each(['https://gateway.example.net/v1?to=a@b', '/var/lib/sand@box'])('%s passes', (endpoint) => {
    expect(diagnose(provider(endpoint))).toEqual([]);
  });
});
