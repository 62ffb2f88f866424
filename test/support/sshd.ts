import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { test } from '@jest/globals';

const SSHD = '/usr/sbin/sshd';
/** Below those that Linux gives to whoever asks for any port: what was free, or is no more, is nobody else's. */
const PORTS = [10_000, 32_000] as const;

/** Whether there is an SSH server that tests can start. */
export const HAS_SSHD = existsSync(SSHD);

/** What of an SSH server is out of the ordinary. */
export interface SshdOptions {
  /** Its host key, PEM as OpenSSH writes it; one of its own by default. */
  readonly hostKey?: string;
  /** Who may log in, as lines of authorized_keys, besides `identity`. */
  readonly authorizedKeys?: readonly string[];
  /** The port; a free one by default. */
  readonly port?: number;
  /** What its sessions find in their environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** What it runs instead of what is asked of it. */
  readonly forceCommand?: string;
}

/** A real SSH server on loopback. */
export interface Sshd {
  readonly address: string;
  readonly port: number;
  /** Who may log in: whoever runs the test. */
  readonly user: string;
  /** The public key of the server, `ssh-ed25519 AAAA…`. */
  readonly hostKey: string;
  /** A private key that may log in. */
  readonly identity: string;
  /** A folder that lasts as long as the server. */
  readonly folder: string;
  stop(): Promise<void>;
}

/** Tests that need a real SSH server; where it is missing their names say that they stand aside. */
export function withSshd(name: string, body: () => Promise<void>, timeout?: number): void {
  if (HAS_SSHD) test(name, body, timeout);
  else test.skip(`${name} (stands aside: the package openssh-server is not installed)`, body);
}

/** Makes an ed25519 key in a file, and says what is in it and in the file of its public key. */
export function makeKey(file: string): { readonly privateKey: string; readonly publicKey: string } {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', file]);
  return { privateKey: readFileSync(file, 'utf8'), publicKey: readFileSync(`${file}.pub`, 'utf8').trim() };
}

/** Starts sshd as this user, with files of its own. Answers once it listens. */
export async function startSshd(options: SshdOptions = {}): Promise<Sshd> {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-sshd-'));
  // Where root runs it, it insists on this.
  if (userInfo().uid === 0) mkdirSync('/run/sshd', { recursive: true });
  const hostKeyFile = join(folder, 'host-key');
  if (options.hostKey !== undefined) writeFileSync(hostKeyFile, options.hostKey, { mode: 0o600 });
  const hostKey = options.hostKey === undefined ? makeKey(hostKeyFile).publicKey : publicKeyOf(hostKeyFile);
  const login = makeKey(join(folder, 'login'));
  writeFileSync(
    join(folder, 'authorized_keys'),
    [login.publicKey, ...(options.authorizedKeys ?? []), ''].join('\n'),
  );
  const { child, port } = await started(folder, options);
  return {
    address: '127.0.0.1',
    port,
    user: userInfo().username,
    hostKey,
    identity: login.privateKey,
    folder,
    stop: async () => {
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configOf(folder: string, port: number, { env = {}, forceCommand }: SshdOptions): string {
  const variables = Object.entries(env).map(([name, value]) => `"${name}=${value}"`);
  return [
    `ListenAddress 127.0.0.1`,
    `Port ${port}`,
    `HostKey ${join(folder, 'host-key')}`,
    `AuthorizedKeysFile ${join(folder, 'authorized_keys')}`,
    // The temporary folder is everybody's.
    'StrictModes no',
    'PidFile none',
    'UsePAM no',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'PermitRootLogin prohibit-password',
    'MaxStartups 100',
    // The quickest: what the others are good for matters to nobody on loopback.
    'KexAlgorithms curve25519-sha256',
    'Subsystem sftp internal-sftp',
    ...(variables.length > 0 ? [`SetEnv ${variables.join(' ')}`] : []),
    ...(forceCommand === undefined ? [] : [`ForceCommand ${forceCommand}`]),
    '',
  ].join('\n');
}

function publicKeyOf(file: string): string {
  const line = execFileSync('ssh-keygen', ['-y', '-f', file], { encoding: 'utf8' });
  return line.trim().split(' ').slice(0, 2).join(' ');
}

/** Starts it where it is to listen, or on whatever port it can have: another may be quicker to take one. */
async function started(
  folder: string,
  options: SshdOptions,
): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  for (;;) {
    const port = options.port ?? randomInt(...PORTS);
    writeFileSync(join(folder, 'config'), configOf(folder, port, options));
    const child = spawn(SSHD, ['-D', '-e', '-f', join(folder, 'config')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const complaint = await listening(child);
    if (complaint === null) return { child, port };
    if (options.port !== undefined || !complaint.includes('Address already in use'))
      throw new Error(`sshd ended: ${complaint}`);
  }
}

/** Null once it listens; what it said where it ended instead. */
async function listening(child: ChildProcess): Promise<string | null> {
  let said = '';
  return await new Promise((done, fail) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Server listening on')) done(null);
    });
    child.once('error', fail);
    child.once('close', () => done(said));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill();
  await gone;
}
