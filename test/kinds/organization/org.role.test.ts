import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

const roles = (list: string): string => `
apiVersion: stowage/v1
kind: Organization
metadata: { name: acme }
spec: { members: [{ principal: ada@example.org, roles: [${list}] }] }
`;

describe('org.role: a role is one that exists', () => {
  test('a slip of the pen is an error with the nearest name, at the role', () => {
    expect(diagnose(roles('viewer, host.creat'))).toEqual([
      expect.objectContaining({
        code: 'org.role',
        severity: 'error',
        pointer: '/spec/members/0/roles/1',
        message: 'ada@example.org has host.creat, which is neither a role nor a permission',
        hint: 'did you mean host.create?',
      }),
    ]);
  });

  test('something else entirely is told all there is', () => {
    expect(diagnose(roles('janitor'))).toEqual([
      expect.objectContaining({
        code: 'org.role',
        hint: expect.stringMatching(/^use one of admin, operator, viewer, host/),
      }),
    ]);
  });

  test('roles and permissions pass', () => {
    expect(diagnose(roles('admin, operator, viewer, host.delete, journal.write'))).toEqual([]);
  });
});
