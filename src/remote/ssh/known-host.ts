import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import type { RemoteHost } from '../remote-shell.ts';
import { RemoteFailure } from '../remote-shell.ts';

const SCAN_SECONDS = 10;

/** A public key: its type and what it is, in base64; a comment may follow. */
const PUBLIC_KEY = /^((?:ssh|ecdsa|sk)-\S+ AAAA[A-Za-z0-9+/]+={0,2})(?: .*)?$/;

/**
 * The line of a known_hosts file by which a machine is known under a name. Where only a fingerprint is known, the key that
 * has it is asked for. Fails with a RemoteFailure.
 */
export async function knownHost(name: string, host: RemoteHost, signal: AbortSignal): Promise<string> {
  const { hostKey } = host;
  const key = PUBLIC_KEY.exec(hostKey)?.[1];
  if (key !== undefined) return `${name} ${key}\n`;
  if (!/^(SHA256|MD5):\S+$/.test(hostKey)) {
    const message = `what is written down as the host key of ${host.address} is none`;
    throw new RemoteFailure('host-key', message, 'write `ssh-ed25519 AAAA…`, or its SHA256 fingerprint');
  }
  return `${name} ${await scannedKey(host, signal)}\n`;
}

async function scannedKey({ address, port, hostKey }: RemoteHost, signal: AbortSignal): Promise<string> {
  const args = ['-T', `${SCAN_SECONDS}`, '-p', `${port}`, '--', address];
  const { stdout } = await promisify(execFile)('ssh-keyscan', args, { signal }).catch(() => ({ stdout: '' }));
  const keys = stdout.split('\n').flatMap((line) => /^\S+ (\S+ \S+)/.exec(line)?.[1] ?? []);
  const where = `${address} port ${port}`;
  if (keys.length === 0) {
    throw new RemoteFailure(
      'unreachable',
      `${where} shows no host key`,
      'see whether it runs and lets SSH in',
    );
  }
  const key = keys.find((candidate) => fingerprintsOf(candidate).includes(bare(hostKey)));
  if (key !== undefined) return key;
  const hint = 'another machine answers there, or its key was made anew: find out which';
  throw new RemoteFailure('host-key', `${where} has no key with the fingerprint ${hostKey}`, hint);
}

/** Base64 may be written with its padding; hexadecimal digits may be large. */
function bare(fingerprint: string): string {
  return fingerprint.startsWith('MD5:')
    ? `MD5:${fingerprint.slice(4).toLowerCase()}`
    : fingerprint.replace(/=+$/, '');
}

function fingerprintsOf(key: string): string[] {
  const bytes = Buffer.from(key.split(' ')[1] ?? '', 'base64');
  const digest = (algorithm: string) => createHash(algorithm).update(bytes);
  const md5 = digest('md5')
    .digest('hex')
    .replace(/..(?!$)/g, '$&:');
  return [bare(`SHA256:${digest('sha256').digest('base64')}`), `MD5:${md5}`];
}
