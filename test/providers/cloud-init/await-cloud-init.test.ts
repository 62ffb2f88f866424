import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Machine } from '../../../src/model/machine.ts';
import { Secret } from '../../../src/model/secret.ts';
import { awaitCloudInit } from '../../../src/providers/cloud-init/await-cloud-init.ts';
import { hostKeyFor } from '../../../src/providers/cloud-init/host-key.ts';
import type { RemoteAccess } from '../../../src/remote/remote-access.ts';
import { openSsh } from '../../../src/remote/ssh/open-ssh.ts';
import { programs } from '../../support/programs.ts';
import type { Sshd } from '../../support/sshd.ts';
import { startSshd, withSshd } from '../../support/sshd.ts';

/** Says what its file says; to wait is to wait until that is no longer `running`. */
const CLOUD_INIT = `#!/bin/sh
file=$(dirname "$0")/status
[ "$2" = --wait ] && while grep -q '^status: running' "$file"; do sleep 0.05; done
cat "$file"
grep -q '^status: error' "$file" && exit 1
exit 0
`;
const HOST_KEY = hostKeyFor('secret', { fleet: 'demo', intent: 'i', uid: 'u' });
const MACHINE: Machine = {
  id: '1',
  name: 'web-03',
  marker: null,
  state: 'running',
  addresses: ['127.0.0.1'],
  region: null,
  since: '2026-01-01T00:00:00Z',
  hostKey: HOST_KEY.publicKey,
};
const NEVER = new AbortController().signal;

let folder: string;
let sshd: Sshd | undefined;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'stowage-boot-'))));
afterEach(async () => {
  await sshd?.stop();
  sshd = undefined;
  rmSync(folder, { recursive: true });
});

const says = (status: string): void => writeFileSync(join(folder, 'status'), status);
const boot = async (
  sources: Readonly<Record<string, string>>,
  port?: number,
  path?: string,
): Promise<Sshd> => {
  const all = programs(folder, sources);
  return (sshd = await startSshd({
    hostKey: HOST_KEY.privateKey,
    env: { PATH: path ?? all },
    ...(port !== undefined && { port }),
  }));
};
const accessTo = ({ user, port, identity }: Pick<Sshd, 'user' | 'port' | 'identity'>): RemoteAccess => ({
  shell: openSsh(() => Promise.resolve(new Secret(identity))),
  user,
  port,
  wait: true,
});

describe('a machine that starts', () => {
  withSshd('is waited for until cloud-init has finished', async () => {
    says('status: running\n');
    const access = accessTo(await boot({ 'cloud-init': CLOUD_INIT }));
    let isOver = false;
    const over = awaitCloudInit(MACHINE, access, NEVER).then(() => (isOver = true));
    await setTimeout(800);
    expect(isOver).toBe(false);
    says(
      'status: done\nextended_status: degraded done\nrecoverable_errors:\nWARNING:\n\t- a failed lookup\n',
    );
    await over;
  });

  withSshd('counts as started where it has no cloud-init, or one that is switched off', async () => {
    // Whatever is installed here, what that one runs finds these and nothing else.
    const bare = accessTo(
      await boot(
        { cat: '#!/bin/sh\nexec /bin/cat "$@"\n', sh: '#!/bin/sh\nexec /bin/sh "$@"\n' },
        undefined,
        folder,
      ),
    );
    await expect(awaitCloudInit(MACHINE, bare, NEVER)).resolves.toBeUndefined();
    await sshd?.stop();
    says('status: disabled\n');
    const off = accessTo(await boot({ 'cloud-init': CLOUD_INIT }));
    await expect(awaitCloudInit(MACHINE, off, NEVER)).resolves.toBeUndefined();
  });

  withSshd('is waited for while nothing answers there, at whichever of its addresses', async () => {
    const before = await boot({});
    await before.stop();
    says('status: done\n');
    const late = setTimeout(600).then(() => boot({ 'cloud-init': CLOUD_INIT }, before.port));
    // It lets in whoever it let in before: the identity is asked for when it is needed.
    const shell = openSsh(async () => new Secret((await late).identity));
    const machine = { ...MACHINE, addresses: ['127.0.0.2', '127.0.0.1/32'] };
    await awaitCloudInit(machine, { ...accessTo(before), shell }, NEVER);
  });

  withSshd('whose cloud-init failed has failed, with its last words', async () => {
    for (const status of [
      "status: error\nboot_status_code: unknown\nlast_update: x\ndetail:\n('scripts-user', RuntimeError('1 failed'))\n",
      "status: error\nextended_status: error - done\ndetail: DataSourceX\nerrors:\n\t- ('scripts-user', RuntimeError('1 failed'))\nrecoverable_errors:\nWARNING:\n\t- a failed lookup\n",
    ]) {
      says(status);
      sshd ??= await boot({ 'cloud-init': CLOUD_INIT });
      await expect(awaitCloudInit(MACHINE, accessTo(sshd), NEVER)).rejects.toMatchObject({
        failure: 'fatal',
        message: expect.stringMatching(
          /^cloud-init failed on web-03: (- )?\('scripts-user', RuntimeError\('1 failed'\)\)$/,
        ),
      });
    }
  });

  withSshd('that is another machine is not waited for', async () => {
    const access = accessTo(await boot({ 'cloud-init': CLOUD_INIT }));
    const other = { ...MACHINE, hostKey: hostKeyFor('other', { fleet: '', intent: '', uid: '' }).publicKey };
    await expect(awaitCloudInit(other, access, NEVER)).rejects.toMatchObject({ failure: 'permission' });
  });

  withSshd('is waited for no longer where it is stopped', async () => {
    const gone = await boot({});
    await gone.stop();
    const stop = AbortSignal.timeout(700);
    await expect(awaitCloudInit(MACHINE, accessTo(gone), stop)).rejects.toMatchObject({
      failure: 'transient',
    });
  });

  test('is not asked where the fleet does not wait, and cannot be where nobody knows it', async () => {
    const shell = { run: () => Promise.reject(new Error('nobody is to be asked')) };
    const access = { shell, user: 'root', port: 22, wait: false };
    await expect(awaitCloudInit(MACHINE, access, NEVER)).resolves.toBeUndefined();
    const keyless = { ...MACHINE };
    delete (keyless as { hostKey?: string }).hostKey;
    for (const machine of [keyless, { ...MACHINE, addresses: [] }]) {
      await expect(awaitCloudInit(machine, { ...access, wait: true }, NEVER)).rejects.toMatchObject({
        failure: 'fatal',
        message: expect.stringMatching(/^no (host key|address) of web-03 is known/),
      });
    }
  });
});
