import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { ScriptResult } from '../../../src/remote/remote-shell.ts';
import { RemoteFailure } from '../../../src/remote/remote-shell.ts';
import type { HostKey } from '../../../src/providers/cloud-init/host-key.ts';
import type { ShellWith } from '../../../src/providers/hetzner-robot/site.ts';
import { fingerprintOf } from '../../emulators/hetzner-robot/keys.ts';

/** What stands in for the programs of a rescue system, and of an installed one. */
const PROGRAMS: Readonly<Record<string, string>> = {
  lsblk: `printf '/dev/nvme1n1 disk nvme\n/dev/nvme0n1 disk nvme\n/dev/sda disk usb\n/dev/loop0 loop\n'`,
  // Runs what it is to run inside the new system with the paths of a folder.
  installimage: `echo "$*" >> "$HERE/installed.log"
command -p sleep "$(cat "$HERE/installimage.seconds" 2>/dev/null || echo 0)"
cp "$3" "$HERE/config"
mkdir -p "$HERE/disk/etc/ssh"
touch "$HERE/disk/etc/ssh/ssh_host_rsa_key"
sed "s#/etc/#$HERE/disk/etc/#g; s#/var/lib/#$HERE/disk/var/lib/#g; s#/root/#$HERE/disk/root/#g" "$5" | sh`,
  reboot: `touch "$HERE/rebooted"`,
  sleep: 'exit 0',
  'cloud-init': `echo "$*" >> "$HERE/cloud-init.log"; exit "$(cat "$HERE/cloud-init.code" 2>/dev/null || echo 0)"`,
};

/** What sshd was asked to run; without it, what comes on standard input. */
const ASKED = 'sh -c "${SSH_ORIGINAL_COMMAND:-sh -s}"';

/** What runs on a machine, which host key it shows, and which public keys it lets in. */
export interface Running {
  readonly system: 'rescue' | 'installed';
  readonly hostKey: HostKey;
  readonly authorized: readonly string[];
}

/** A machine as its rescue system and its installed one are seen over SSH, though it is a folder. */
export class StandInMachine {
  readonly here: string;
  readonly #rescueKey: HostKey;
  readonly #keysOfAccount: () => readonly string[];
  readonly #scripts = new Set<ChildProcess>();
  #system: 'nothing' | Running['system'] = 'nothing';

  /** `rescueKey` is what its rescue system shows, and `keysOfAccount` are the public keys that lets in. */
  constructor(here: string, rescueKey: HostKey, keysOfAccount: () => readonly string[]) {
    this.here = here;
    this.#rescueKey = rescueKey;
    this.#keysOfAccount = keysOfAccount;
    for (const [name, body] of Object.entries(PROGRAMS)) {
      this.write(join('bin', name), `#!/bin/sh\n${body}\n`, 0o755);
    }
    for (const image of ['Debian-1301-trixie-amd64-base.tar.gz', 'Debian-1302-trixie-amd64-base.tar.gz']) {
      this.write(join('home/images', image), '');
      this.write(join('home/images', image.replace('amd64', 'arm64')), '');
    }
    const start = `#!/bin/sh\nexport HERE='${here}' HOME='${here}/home' PATH="${here}/bin:$PATH"\n`;
    this.write('rescue', `${start}exec ${ASKED}\n`, 0o755);
    const paths = `sed "s#/etc/#$HERE/disk/etc/#g; s#/root/#$HERE/disk/root/#g"`;
    this.write('installed', `${start}${paths} | ${ASKED}\n`, 0o755);
  }

  write(path: string, content: string, mode = 0o600): void {
    mkdirSync(dirname(join(this.here, path)), { recursive: true });
    writeFileSync(join(this.here, path), content, { mode });
  }

  /** What is in a file of it; empty where there is none. */
  read(path: string): string {
    return existsSync(join(this.here, path)) ? readFileSync(join(this.here, path), 'utf8') : '';
  }

  /** Ends whatever runs on it. */
  halt(): void {
    for (const { pid } of this.#scripts) endGroup(pid);
    this.#system = 'nothing';
  }

  /** Ends whatever runs on it, and starts a rescue system that has nothing in it yet, or what is installed. */
  reset(boots: 'rescue' | 'system'): void {
    this.halt();
    rmSync(join(this.here, 'rebooted'), { force: true });
    rmSync(join(this.here, 'home/.stowage'), { recursive: true, force: true });
    this.#system = boots === 'rescue' ? 'rescue' : this.#onDisk();
  }

  /** Null where nothing answers. */
  running(): Running | null {
    if (existsSync(join(this.here, 'rebooted'))) this.reset('system');
    if (this.#system === 'nothing') return null;
    if (this.#system === 'rescue') {
      return { system: 'rescue', hostKey: this.#rescueKey, authorized: this.#keysOfAccount() };
    }
    const privateKey = this.read('disk/etc/ssh/ssh_host_ed25519_key');
    const publicKey = this.read('disk/etc/ssh/ssh_host_ed25519_key.pub').trim();
    const authorized = this.read('disk/root/.ssh/authorized_keys').split('\n');
    return { system: 'installed', hostKey: { publicKey, privateKey }, authorized };
  }

  /** Shells that need no SSH: whoever shows the wrong key, or knows the wrong one, is refused all the same. */
  readonly shellWith: ShellWith = (identity) => ({
    run: async (host, script) => {
      const running = this.running();
      if (!running) throw new RemoteFailure('unreachable', 'no answer', 'none');
      const { system, hostKey, authorized } = running;
      const { publicKey } = hostKey;
      if (![publicKey, `MD5:${fingerprintOf(publicKey.split(' ')[1] ?? '')}`].includes(host.hostKey))
        throw new RemoteFailure('host-key', 'Host key verification failed', 'none');
      const key = publicKeyOf((await identity()).reveal());
      if (!authorized.includes(key)) throw new RemoteFailure('refused', 'Permission denied', 'none');
      return await this.#run(system, script);
    },
  });

  #onDisk(): 'nothing' | 'installed' {
    return this.read('disk/etc/stowage-intent') === '' ? 'nothing' : 'installed';
  }

  /** Runs a script; where the machine is reset under it, it breaks off. */
  async #run(system: Running['system'], script: string): Promise<ScriptResult> {
    const child = spawn(join(this.here, system), { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
    this.#scripts.add(child);
    child.stdin.on('error', () => undefined);
    child.stdin.end(script);
    const ended = new Promise<number | null>((done) => child.on('close', done));
    const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    this.#scripts.delete(child);
    if (code === null) throw new RemoteFailure('unreachable', 'the connection broke', 'none');
    return { code, stdout, stderr };
  }
}

/** Ends a script with all that it started. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The public key in a private one, as OpenSSH writes it; it stands there before the private part. */
function publicKeyOf(privateKey: string): string {
  const bytes = Buffer.from(privateKey.replace(/-----[^-]+-----|\s/g, ''), 'base64');
  const at = bytes.indexOf('ssh-ed25519') - 4;
  return `ssh-ed25519 ${bytes.subarray(at, at + 4 + 11 + 4 + 32).toString('base64')}`;
}
