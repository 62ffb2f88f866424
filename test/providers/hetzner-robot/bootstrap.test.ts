import { afterEach, describe, expect, test } from '@jest/globals';
import type { Machine } from '../../../src/model/machine.ts';
import { hostKeyFor } from '../../../src/providers/cloud-init/host-key.ts';
import type { ShellWith } from '../../../src/providers/hetzner-robot/site.ts';
import { orderKeyFor } from '../../../src/providers/hetzner-robot/order-key.ts';
import { ProviderFailure } from '../../../src/providers/provider-failure.ts';
import { reportChecked } from '../../emulators/report-checked.ts';
import { withSshd } from '../../support/sshd.ts';
import { stoppedOnce } from '../../support/stopped-once.ts';
import { until } from '../../support/until.ts';
import type { Emulated } from './emulated.ts';
import { calls, emulatedInTests, robotOrder, SECRET } from './emulated.ts';
import { overSsh } from './over-ssh.ts';
import type { StandInMachine } from './stand-in-machine.ts';
import { StandInMachines } from './stand-in-machines.ts';

/** A machine that does not come back is not awaited as long as a real one. */
const PATIENCE_MS = 60_000;
const QUIET = new AbortController().signal;
const MARK = { fleet: 'acme', intent: 'i1', uid: 'uid-i1' };
const KEY = orderKeyFor(SECRET, MARK);
const HOST_KEY = hostKeyFor(SECRET, MARK);
const SEED = 'disk/var/lib/cloud/seed/nocloud/';
const emulated = emulatedInTests();
const standing: { dispose(): void | Promise<void> }[] = [];
afterEach(async () => {
  for (const one of standing.splice(0)) await one.dispose();
});
reportChecked('hetzner-robot.openapi.json');

interface Ordered {
  readonly there: Emulated;
  readonly box: StandInMachine;
  readonly machine: Machine;
  bootstrap(shellWith: ShellWith, order?: ReturnType<typeof robotOrder>): Promise<Machine>;
}

async function ordered(): Promise<Ordered> {
  const there = await emulated();
  const machine = await there.provider.make(robotOrder(), MARK, QUIET);
  const machines = new StandInMachines(there.emulator.vendor);
  standing.push(machines);
  const box = machines.of(Number(machine.id));
  const bootstrap: Ordered['bootstrap'] = (shellWith, order = robotOrder({ userData: '#cloud-config\n' })) =>
    there.another({ shellWith }).bootstrap(machine, order, MARK, AbortSignal.timeout(PATIENCE_MS));
  return { there, box, machine, bootstrap };
}

/** The outcome that every way there has to come to. */
function expectFinished({ there, box }: Ordered): void {
  expect(box.read('installed.log').trim().split('\n')).toHaveLength(1);
  expect(box.read('disk/etc/stowage-intent')).toBe('i1\n');
  expect(box.read('disk/etc/ssh/ssh_host_ed25519_key')).toBe(HOST_KEY.privateKey);
  expect(box.read('disk/root/.ssh/authorized_keys')).not.toContain(KEY.publicKey);
  expect(there.emulator.vendor.keys.all.size).toBe(0);
}

describe('a server is installed', () => {
  withSshd('from its rescue system over SSH, with pinned host keys before and after', async () => {
    const all = await ordered();
    const { there, box, machine } = all;
    const ssh = overSsh(box);
    standing.push({ dispose: ssh.stop });
    expect(await all.bootstrap(ssh.shellWith)).toEqual(machine);
    expectFinished(all);
    expect(box.read('config')).toBe(
      [
        'DRIVE1 /dev/nvme0n1',
        'DRIVE2 /dev/nvme1n1',
        'SWRAID 1',
        'SWRAIDLEVEL 1',
        'BOOTLOADER grub',
        'HOSTNAME web-01',
        'PART swap swap 4G',
        'PART /boot ext3 1024M',
        'PART / ext4 all',
        `IMAGE ${box.here}/home/images/Debian-1302-trixie-amd64-base.tar.gz`,
        '',
      ]
        .filter((line) => line !== '')
        .join('\n') + '\n',
    );
    expect(box.read('disk/etc/ssh/ssh_host_ed25519_key.pub')).toBe(`${HOST_KEY.publicKey}\n`);
    expect(box.read('disk/etc/ssh/ssh_host_rsa_key')).toBe('');
    expect(box.read(`${SEED}meta-data`)).toBe('instance-id: stowage-i1\nlocal-hostname: web-01\n');
    expect(box.read(`${SEED}user-data`)).toMatch(/^#cloud-config\n[^]*ed25519_private/);
    expect(box.read('cloud-init.log')).toBe('status --wait\n');
    const before = calls(there).length;
    expect(await all.bootstrap(ssh.shellWith)).toEqual(machine);
    expect(calls(there).slice(before)).toEqual([`GET /key/${KEY.fingerprint} 404`, 'GET /key 404']);
    expect(there.emulator.vendor.servers.all.get(321_001)?.resets).toBe(1);
  });

  test('as its profile and its host say', async () => {
    const all = await ordered();
    const parameters = { product_id: 'AX41-NVMe', raid: 0 };
    const order = robotOrder({
      parameters,
      hostname: 'web-01.example.com',
      image: 'https://example.com/a.tar.gz',
    });
    await all.bootstrap(all.box.shellWith, order);
    expect(all.box.read('config')).toMatch(
      /SWRAIDLEVEL 0\n[^]*HOSTNAME web-01\.example\.com\n[^]*IMAGE https:\/\/example\.com\/a\.tar\.gz\n/,
    );
  });

  test.each([
    ['an image there is none of', { image: 'debian-99' }, /there is no image debian-99|installimage failed/],
    ['an image that is none', { image: 'my image; reboot' }, /no image my image/],
    ['a RAID level there is not', { parameters: { product_id: 'EX44', raid: 7 } }, /RAID level 7/],
  ])('not at all with %s', async (_what, order, message) => {
    const all = await ordered();
    await expect(all.bootstrap(all.box.shellWith, robotOrder(order))).rejects.toMatchObject({
      failure: 'profile',
      message: expect.stringMatching(message),
    });
    expect(all.box.read('installed.log')).toBe('');
  });

  test('and says so where its user data fail', async () => {
    const all = await ordered();
    all.box.write('cloud-init.code', '1');
    await expect(all.bootstrap(all.box.shellWith)).rejects.toMatchObject({
      failure: 'profile',
      message: expect.stringContaining('its user data failed on web-01'),
    });
    all.box.write('cloud-init.code', '2');
    await all.bootstrap(all.box.shellWith);
    expectFinished(all);
  });
});

describe('a run that dies', () => {
  const dying = (box: StandInMachine, at: number): ShellWith => {
    let nth = 0;
    return (identity) => ({
      run: async (...asked) => {
        if (++nth === at) throw new ProviderFailure('fatal', 'the process died', '');
        return await box.shellWith(identity).run(...asked);
      },
    });
  };

  test.each([1, 2, 3, 4, 5])('before script %d is gone on with: nothing is installed twice', async (at) => {
    const all = await ordered();
    await all.bootstrap(dying(all.box, at)).catch(() => undefined);
    await all.bootstrap(all.box.shellWith);
    expectFinished(all);
  });

  test.each([
    ['POST /key/*', 'before'],
    ['POST /key/*', 'after'],
    ['DELETE /key/*', 'before'],
    ['POST /boot/*/rescue', 'after'],
    ['POST /reset/*', 'after'],
  ] as const)('with %s failing %s its effect, is gone on with', async (on, when) => {
    const all = await ordered();
    all.there.emulator.knobs.faults = [{ on, when, times: 1, answer: { status: 404, body: 'gone' } }];
    await all.bootstrap(all.box.shellWith).catch(() => undefined);
    await all.bootstrap(all.box.shellWith);
    expectFinished(all);
  });

  test('while its machine is being installed, is gone on with once that is done', async () => {
    const all = await ordered();
    all.box.write('installimage.seconds', '0.5');
    const leaving: ShellWith = (identity) => ({
      run: async (...asked) => {
        const [, script] = asked;
        const running = all.box.shellWith(identity).run(...asked);
        if (!script.includes('installimage')) return await running;
        await until(() => all.box.read('installed.log') !== '');
        throw new ProviderFailure('fatal', 'the process died', '');
      },
    });
    await expect(all.bootstrap(leaving)).rejects.toMatchObject({ message: 'the process died' });
    await all.bootstrap(all.box.shellWith);
    expectFinished(all);
  });

  test('after its key was taken off the machine, finds it finished', async () => {
    const all = await ordered();
    all.there.emulator.knobs.faults = [
      { on: 'DELETE /key/*', times: 1, answer: { status: 404, body: 'gone' } },
    ];
    await expect(all.bootstrap(all.box.shellWith)).rejects.toMatchObject({ failure: 'fatal' });
    expect(all.box.read('disk/root/.ssh/authorized_keys')).not.toContain(KEY.publicKey);
    await all.bootstrap(all.box.shellWith);
    expectFinished(all);
  });
});

test('a rescue system that shows another host key than Robot told is not spoken to', async () => {
  const all = await ordered();
  let asked = 0;
  const shellWith: ShellWith = (identity) => ({
    run: async (...what) => {
      asked++;
      return await all.box.shellWith(identity).run(...what);
    },
  });
  const stopping = stoppedOnce(() => asked > 0);
  all.there.emulator.vendor.servers.rescueFingerprint = '00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00';
  const provider = all.there.another({ shellWith });
  await expect(provider.bootstrap(all.machine, robotOrder(), MARK, stopping)).rejects.toMatchObject({
    failure: 'transient',
  });
  expect(all.box.read('installed.log')).toBe('');
});

test('every address gets the full name of its machine; done again, nothing changes', async () => {
  const there = await emulated();
  const order = robotOrder({ hostname: 'web-01.example.com' });
  const machine = await there.provider.make(order, MARK, QUIET);
  for (let time = 0; time < 2; time++) {
    expect(await there.provider.connect(machine, order, MARK, QUIET)).toEqual(machine);
    expect([...there.emulator.vendor.names]).toEqual(
      machine.addresses.map((address) => [address, 'web-01.example.com']),
    );
  }
});
