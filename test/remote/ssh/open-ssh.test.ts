import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '../../../src/model/secret.ts';
import type { RemoteHost, ScriptResult } from '../../../src/remote/remote-shell.ts';
import { openSsh } from '../../../src/remote/ssh/open-ssh.ts';
import type { Sshd } from '../../support/sshd.ts';
import { HAS_SSHD, makeKey, startSshd, withSshd } from '../../support/sshd.ts';
import { until } from '../../support/until.ts';

let sshd: Sshd;
let stranger: ReturnType<typeof makeKey>;
beforeAll(async () => {
  if (!HAS_SSHD) return;
  sshd = await startSshd();
  stranger = makeKey(join(sshd.folder, 'stranger'));
});
afterAll(async () => await sshd?.stop());

const NEVER = new AbortController().signal;
/** The folder of the ssh that a text with its command line speaks of. */
const folderIn = (text: string): string =>
  new RegExp(`UserKnownHostsFile=(\\S+)/known_hosts (?:(?!UserKnownHostsFile).)*-p ${sshd.port} `).exec(
    text,
  )?.[1] ?? '';

async function run(
  script: string,
  more: Partial<RemoteHost> = {},
  identity = sshd.identity,
): Promise<ScriptResult> {
  const { address, port, user, hostKey } = sshd;
  const shell = openSsh(() => Promise.resolve(new Secret(identity)));
  return await shell.run({ address, port, user, hostKey, ...more }, script, NEVER);
}

/** A process of this machine whose command line says so. */
function processes(word: string): string[] {
  return readdirSync('/proc').flatMap((id) => {
    try {
      const line = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return /^\d+$/.test(id) && line.includes(word) ? [line] : [];
    } catch {
      return [];
    }
  });
}

describe('a script on a machine', () => {
  withSshd('runs, and what it writes and how it ends comes back', async () => {
    expect(await run('echo one; echo two >&2; exit 3')).toEqual({
      code: 3,
      stdout: 'one\n',
      stderr: 'two\n',
    });
    expect(await run('')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  withSshd('may end with 255, by which ssh says that it failed itself', async () => {
    expect(await run('echo gone >&2; exit 255')).toEqual({ code: 255, stdout: '', stderr: 'gone\n' });
  });

  withSshd('may say what ssh says, in whatever way it likes', async () => {
    const said = 'Permission denied (publickey).\nHost key verification failed.';
    expect(await run(`printf '${said}' >&2; exit 255`)).toMatchObject({ code: 255, stderr: said });
  });

  withSshd('is all there before it begins, whatever its commands read', async () => {
    expect(await run('cat\ncat >/dev/null\necho "it’s all here"\n')).toMatchObject({
      stdout: 'it’s all here\n',
    });
    expect(await run("cat <<'END'\n$HOME `true` \\ !\nEND\n")).toMatchObject({
      stdout: '$HOME `true` \\ !\n',
    });
  });

  withSshd('stops where it fails, if it says so', async () => {
    expect(await run('set -e\nfalse\necho on')).toEqual({ code: 1, stdout: '', stderr: '' });
  });

  withSshd('may be long, and so may what it writes', async () => {
    const { stdout } = await run(`cat <<END\n${'0123456789abcdef\n'.repeat(40_000)}END\n`);
    expect(stdout).toHaveLength(40_000 * 17);
  });

  withSshd('holds what is seen in no list of processes here or there, as the identity is', async () => {
    const { stdout } = await run(
      'secret=hunter2-in-a-script; cat /proc/[0-9]*/cmdline | tr "\\0" " "; echo $secret',
    );
    expect(stdout.split('hunter2-in-a-script')).toHaveLength(2);
    expect(folderIn(stdout)).toContain(tmpdir());
    expect(existsSync(folderIn(stdout))).toBe(false);
    expect(stdout).not.toContain('PRIVATE KEY');
  });

  withSshd('whose connection breaks is unreachable, and not what it said', async () => {
    // More than may be under way unread, so that the first of it has come here when the server dies.
    const flood = 'yes "Permission denied" | head -c 5000000 >&2';
    const cut = run(`${flood}; kill -9 $PPID`);
    await expect(cut).rejects.toMatchObject({
      why: 'unreachable',
      message: expect.stringMatching(
        /^\S+@127.0.0.1 port \d+: the connection broke before the script had ended$/,
      ),
    });
  });
});

describe('a machine', () => {
  withSshd('is known by its host key, or a fingerprint of it', async () => {
    const file = join(sshd.folder, 'host-key.pub');
    writeFileSync(file, `${sshd.hostKey}\n`);
    for (const hash of ['sha256', 'md5']) {
      const line = execFileSync('ssh-keygen', ['-l', '-E', hash, '-f', file], { encoding: 'utf8' });
      const hostKey = line.split(' ')[1] ?? '';
      expect(await run('echo known', { hostKey })).toMatchObject({ stdout: 'known\n' });
    }
    expect(await run('echo known', { hostKey: `${sshd.hostKey} root@web-03` })).toMatchObject({ code: 0 });
  });

  withSshd('with another host key is not spoken to', async () => {
    for (const hostKey of [
      stranger.publicKey,
      `SHA256:${'A'.repeat(43)}`,
      `MD5:${Array(16).fill('00').join(':')}`,
      'nonsense',
      `${sshd.hostKey}\n* ${stranger.publicKey}`,
    ]) {
      await expect(run('echo spoken', { hostKey })).rejects.toMatchObject({
        name: 'RemoteFailure',
        why: 'host-key',
      });
    }
  });

  withSshd('refuses who is not allowed in', async () => {
    const refused = { why: 'refused', hint: 'check spec.ssh in stowage.yaml: user and identity' };
    await expect(run('true', {}, stranger.privateKey)).rejects.toMatchObject(refused);
    await expect(run('true', { user: 'nobody-of-that-name' })).rejects.toMatchObject(refused);
  });

  withSshd('is not blamed for an identity that is no key', async () => {
    await expect(run('true', {}, 'no key at all')).rejects.toMatchObject({
      why: 'refused',
      hint: expect.stringMatching(/must lead to a private key/),
    });
  });

  withSshd('on which nothing listens is unreachable, whichever way it is known', async () => {
    const address = '127.0.0.2';
    for (const hostKey of [sshd.hostKey, `SHA256:${'A'.repeat(43)}`]) {
      await expect(run('true', { address, hostKey })).rejects.toMatchObject({ why: 'unreachable' });
    }
  });

  withSshd('that runs something else than the script says what', async () => {
    const closed = await startSshd({ forceCommand: 'echo Please login as the user debian; exit 142' });
    try {
      const { port, hostKey, identity } = closed;
      await expect(run('true', { port, hostKey }, identity)).rejects.toMatchObject({
        why: 'refused',
        message: expect.stringMatching(/runs no script: Please login as the user debian$/),
      });
    } finally {
      await closed.stop();
    }
  });
});

describe('stopped', () => {
  withSshd('a script’s ssh ends before the call does', async () => {
    const stop = new AbortController();
    const { address, port, user, hostKey, identity } = sshd;
    const shell = openSsh(() => Promise.resolve(new Secret(identity)));
    // No other has it, and it goes on for as long as a slow machine needs to stop it.
    const sleep = `sleep 20.${port}`;
    const running = shell.run({ address, port, user, hostKey }, sleep, stop.signal);
    const seen = running.catch((error: unknown) => error);
    await until(() => processes(sleep).length > 0);
    const folder = folderIn(processes(`-p ${port} -l`).join('\n'));
    expect(readdirSync(folder).sort()).toEqual(['identity', 'known_hosts']);
    stop.abort();
    expect(await seen).toMatchObject({ why: 'unreachable', message: 'it was stopped' });
    expect(processes(`-p ${port} -l`)).toEqual([]);
    expect(existsSync(folder)).toBe(false);
    await expect(shell.run({ address, port, user, hostKey }, 'true', stop.signal)).rejects.toMatchObject({
      why: 'unreachable',
    });
  });
});
