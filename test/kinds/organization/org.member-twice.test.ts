import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

const members = (...principals: readonly string[]): string => `
apiVersion: stowage/v1
kind: Organization
metadata: { name: acme }
spec: { members: [${principals.map((principal) => `{ principal: ${principal}, roles: [viewer] }`).join(', ')}] }
`;

describe('org.member-twice: somebody is a member once', () => {
  test('a second entry is an error, and the first is shown', () => {
    expect(diagnose(members('ada', 'bob', 'ada'))).toEqual([
      expect.objectContaining({
        code: 'org.member-twice',
        severity: 'error',
        pointer: '/spec/members/2/principal',
        message: 'ada is a member already',
        related: [expect.objectContaining({ message: 'first listed here' })],
      }),
    ]);
  });

  test('different members pass', () => {
    expect(diagnose(members('ada', 'bob'))).toEqual([]);
  });
});
