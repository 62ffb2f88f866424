import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { RemoteHost, RemoteShell, ScriptResult } from '../../../src/remote/remote-shell.ts';
import { RemoteFailure } from '../../../src/remote/remote-shell.ts';
import type { ShellWith } from '../../../src/providers/hetzner-robot/site.ts';
import { openSsh } from '../../../src/remote/ssh/open-ssh.ts';
import { fingerprintOf } from '../../emulators/hetzner-robot/keys.ts';
import type { Sshd } from '../../support/sshd.ts';
import { makeKey, startSshd } from '../../support/sshd.ts';
import type { Emulated } from './emulated.ts';

/** What stands in for the programs of a rescue system, and of an installed one. */
const PROGRAMS: Readonly<Record<string, string>> = {
  lsblk: `printf '/dev/nvme1n1 disk nvme\n/dev/nvme0n1 disk nvme\n/dev/sda disk usb\n/dev/loop0 loop\n'`,
  // Runs what it is to run inside the new system with the paths of a folder.
  installimage: `echo "$*" >> "$HERE/installed.log"
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

/** A machine as its rescue system and its installed one are seen over SSH, though it is a folder. */
export class StandInMachine {
  readonly here = mkdtempSync(join(tmpdir(), 'stowage-robot-'));
  /** Of its rescue system. */
  readonly #rescueKey: ReturnType<typeof makeKey>;
  readonly #there: Emulated;
  #system: 'nothing' | 'rescue' | 'installed' = 'nothing';
  #sshd: Sshd | null = null;

  constructor(there: Emulated) {
    this.#there = there;
    this.#rescueKey = makeKey(join(this.here, 'rescue-key'));
    const { servers } = there.emulator.vendor;
    servers.rescueFingerprint = fingerprintOf(this.#rescueKey.publicKey.split(' ')[1] ?? '');
    servers.onReset = (_server, boots) => (this.#system = boots === 'rescue' ? 'rescue' : this.#onDisk());
    for (const [name, body] of Object.entries(PROGRAMS)) {
      this.write(join('bin', name), `#!/bin/sh\n${body}\n`, 0o755);
    }
    for (const image of ['Debian-1301-trixie-amd64-base.tar.gz', 'Debian-1302-trixie-amd64-base.tar.gz']) {
      this.write(join('home/images', image), '');
      this.write(join('home/images', image.replace('amd64', 'arm64')), '');
    }
    const start = `#!/bin/sh\nexport HERE='${this.here}' HOME='${this.here}/home' PATH="${this.here}/bin:$PATH"\n`;
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

  /** Shells that need no SSH: whoever shows the wrong key, or knows the wrong one, is refused all the same. */
  readonly shellWith: ShellWith = (identity) => ({
    run: async (host, script) => {
      const [hostKey, authorized] = this.#now();
      if (hostKey === null) throw new RemoteFailure('unreachable', 'no answer', 'none');
      if (![hostKey, `MD5:${fingerprintOf(hostKey.split(' ')[1] ?? '')}`].includes(host.hostKey))
        throw new RemoteFailure('host-key', 'Host key verification failed', 'none');
      const key = publicKeyOf(this.here, (await identity()).reveal());
      if (!authorized.includes(key)) throw new RemoteFailure('refused', 'Permission denied', 'none');
      return await this.#run(script);
    },
  });

  /** The same over real SSH. */
  readonly sshWith: ShellWith = (identity) => {
    const shell: RemoteShell = openSsh(identity);
    return {
      run: async (host: RemoteHost, script, signal) => {
        const [hostKey, authorized] = this.#now();
        if (hostKey === null) throw new RemoteFailure('unreachable', 'no answer', 'none');
        if (this.#sshd?.hostKey !== hostKey) {
          await this.#sshd?.stop();
          const file = this.#system === 'rescue' ? 'rescue-key' : 'disk/etc/ssh/ssh_host_ed25519_key';
          this.#sshd = await startSshd({
            hostKey: this.read(file),
            authorizedKeys: authorized,
            forceCommand: join(this.here, this.#system),
          });
        }
        const { address, port, user } = this.#sshd;
        return await shell.run({ ...host, address, port, user }, script, signal);
      },
    };
  };

  async dispose(): Promise<void> {
    await this.#sshd?.stop();
    rmSync(this.here, { recursive: true, force: true });
  }

  #onDisk(): 'nothing' | 'installed' {
    return this.read('disk/etc/stowage-intent') === '' ? 'nothing' : 'installed';
  }

  /** The host key it shows, and the keys it knows. */
  #now(): readonly [string | null, readonly string[]] {
    if (existsSync(join(this.here, 'rebooted'))) {
      rmSync(join(this.here, 'rebooted'));
      this.#system = this.#onDisk();
    }
    if (this.#system === 'rescue') {
      const keys = [...this.#there.emulator.vendor.keys.all.values()].map(({ data }) => data);
      return [this.#rescueKey.publicKey, keys];
    }
    if (this.#system === 'nothing') return [null, []];
    const known = this.read('disk/root/.ssh/authorized_keys').split('\n');
    return [this.read('disk/etc/ssh/ssh_host_ed25519_key.pub').trim(), known];
  }

  async #run(script: string): Promise<ScriptResult> {
    const child = spawn(join(this.here, this.#system), { stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.on('error', () => undefined);
    child.stdin.end(script);
    const ended = new Promise<number>((done) => child.on('close', (code) => done(code ?? 255)));
    const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { code, stdout, stderr };
  }
}

function publicKeyOf(folder: string, privateKey: string): string {
  const file = join(folder, 'identity');
  writeFileSync(file, privateKey, { mode: 0o600 });
  return execFileSync('ssh-keygen', ['-y', '-f', file], { encoding: 'utf8' })
    .trim()
    .split(' ')
    .slice(0, 2)
    .join(' ');
}
