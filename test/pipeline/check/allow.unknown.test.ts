import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

/** What is said of a Compute that allows something, each with its hint. */
function said(allowed: string): string[] {
  const annotations = { 'stowage/allow': allowed };
  const spec = { type: 'vm', provider: 'own', region: 'berlin' };
  const manifest = {
    apiVersion: 'stowage/v1',
    kind: 'Compute',
    metadata: { name: 'db-01', annotations },
    spec,
  };
  return diagnose(JSON.stringify(manifest)).map(({ code, message, hint }) => `${code}: ${message}; ${hint}`);
}

describe('allow.unknown: what is allowed is a warning that there is, with a reason', () => {
  test('a misspelt check is a warning at the annotation, with the nearest', () => {
    const yaml = `apiVersion: stowage/v1
kind: Compute
metadata:
  name: db-01
  annotations:
    stowage/allow: 'contract.expire-soon: it is cancelled'
spec: { type: vm, provider: own, region: berlin }
`;
    expect(diagnose(yaml)).toEqual([
      expect.objectContaining({
        code: 'allow.unknown',
        severity: 'warning',
        message: 'there is no check named contract.expire-soon, so it silences nothing',
        hint: 'did you mean contract.expires-soon?',
        line: 6,
        column: 20,
      }),
    ]);
  });

  test.each([
    [
      'no check at all',
      'because: we know',
      'there is no check named because, so it silences nothing; write the id that a warning is shown with, or delete the line',
    ],
    [
      'an error',
      'pin.unfit: we know',
      'pin.unfit is an error, and only warnings can be allowed; delete the line, and mend what the error tells of where there is one',
    ],
    [
      'an error that is misspelt',
      'pin.unfitt: we know',
      'there is no check named pin.unfitt, so it silences nothing; did you mean pin.unfit? That is an error, and cannot be allowed.',
    ],
    [
      'an error of the schema',
      'schema.required: we know',
      'schema.required is an error, and only warnings can be allowed; delete the line, and mend what the error tells of where there is one',
    ],
    [
      'a check without a reason',
      'ip.class:',
      'ip.class is allowed without a reason, so it is not silenced; say why it is meant to be so: "ip.class: the reason"',
    ],
    [
      'two checks on one line',
      'ip.class, ttl.range: we know',
      '“ip.class, ttl.range: we know” names no check, so it silences nothing; write the id of a warning, a colon and the reason, each on a line of its own',
    ],
    [
      'one check twice',
      'ip.class: a\nttl.range: b\nip.class: c',
      'ip.class is allowed twice; keep one of the two lines',
    ],
  ])('%s is a warning', (_what, allowed, message) => {
    expect(said(allowed)).toEqual([`allow.unknown: ${message}`]);
  });

  test('several warnings, a reason over several lines, and drift pass', () => {
    expect(
      said('ip.class: one to one NAT,\n  see below: it is\n  https://example.org\ndrift.changed: by hand'),
    ).toEqual([]);
  });

  test('it may be allowed itself', () => {
    expect(said('ip.klass: the fork of the tool has it\nallow.unknown: as above')).toEqual([]);
  });
});
