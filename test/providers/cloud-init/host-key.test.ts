import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { hostKeyFor } from '../../../src/providers/cloud-init/host-key.ts';

const MARKER = { fleet: 'demo', intent: '01JD0000000000000000000000', uid: '01JC0000000000000000000000' };

/** What the real ssh-keygen says of a private key. */
function keygen(privateKey: string, ...args: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-host-key-'));
  try {
    const file = join(folder, 'key');
    writeFileSync(file, privateKey, { mode: 0o600 });
    return execFileSync('ssh-keygen', [...args, '-f', file], { encoding: 'utf8' }).trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the host key of a machine', () => {
  test('is one that OpenSSH reads, with the public key that belongs to it', () => {
    const { publicKey, privateKey } = hostKeyFor('the secret of the provider', MARKER);
    expect(keygen(privateKey, '-y')).toBe(publicKey);
    expect(keygen(privateKey, '-l')).toMatch(/^256 SHA256:\S{43} .*\(ED25519\)$/);
  });

  test('is the same whenever it is asked for', () => {
    expect(hostKeyFor('secret', MARKER)).toEqual(hostKeyFor('secret', { ...MARKER }));
    // Machines made with another key would be spoken to no more.
    expect(hostKeyFor('secret', MARKER).publicKey).toBe(
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINNnCVHQtmgdQJykUr5b2uOvrQW4B4fTLHwXgfvNC85B',
    );
  });

  test.each(['fleet', 'intent', 'uid'] as const)('is another where the %s differs', (part) => {
    const other = hostKeyFor('secret', { ...MARKER, [part]: 'other' });
    expect(other.publicKey).not.toBe(hostKeyFor('secret', MARKER).publicKey);
  });

  test('is another under another secret, and where a part ends elsewhere', () => {
    const keyOf = (secret: string, fleet: string, intent: string) =>
      hostKeyFor(secret, { fleet, intent, uid: 'u' }).publicKey;
    expect(keyOf('one', 'a', 'b')).not.toBe(keyOf('two', 'a', 'b'));
    expect(keyOf('one', 'a"', 'b')).not.toBe(keyOf('one', 'a', '"b'));
    expect(keyOf('one', 'ab', '')).not.toBe(keyOf('one', 'a', 'b'));
  });

  test('is well-formed for any secret and marker', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (secret, uid) => {
        const { publicKey, privateKey } = hostKeyFor(secret, { ...MARKER, uid });
        expect(publicKey).toMatch(/^ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI[A-Za-z0-9+/]{43}$/);
        expect(privateKey.split('\n').every((line) => line.length <= 70)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
