import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Machine } from '../../src/model/machine.ts';
import type { Reach } from '../../src/model/reach.ts';
import { Secret } from '../../src/model/secret.ts';
import type { RemoteAccess } from '../../src/remote/remote-access.ts';
import { openSsh } from '../../src/remote/ssh/open-ssh.ts';
import { programs } from '../support/programs.ts';
import type { Sshd } from '../support/sshd.ts';
import { makeKey, startSshd } from '../support/sshd.ts';

const KUBEADM = readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'kubeadm.sh'), 'utf8');
/** Shows a machine its own files where it asks for those of /etc/kubernetes. */
const LS = '#!/bin/sh\nexec /bin/ls "$MACHINE$1"\n';
/** Whoever may become root is root enough for a stand-in. */
const SUDO = '#!/bin/sh\nshift\nexec "$@"\n';

/** Machines of a cluster, each with a real SSH server and a kubeadm that stands in for the real one. */
export interface TestCluster {
  readonly access: RemoteAccess;
  start(name: string): Promise<Sshd>;
  machine(name: string): Machine;
  reach(name: string): Reach;
  /** The lines of a file of the cluster. */
  lines(file: string): string[];
  /** Writes an empty file of a machine, and says whether there is one. */
  touch(machine: string, file: string): void;
  has(machine: string, file: string): boolean;
  forget(machine: string, file: string): void;
  dispose(): Promise<void>;
}

/** Makes a cluster without machines. */
export function testCluster(): TestCluster {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-cluster-'));
  const path = programs(join(folder, 'bin'), { kubeadm: KUBEADM, ls: LS, sudo: SUDO });
  const login = makeKey(join(folder, 'login'));
  const machines = new Map<string, Sshd>();
  const sshd = (name: string): Sshd => {
    const known = machines.get(name);
    if (!known) throw new Error(`${name} was never started`);
    return known;
  };
  const identity = () => Promise.resolve(new Secret(login.privateKey));
  // Each machine has a port of its own here, as all have one address.
  const shell = openSsh(identity);
  const portOf = (hostKey: string) =>
    [...machines.values()].find((one) => one.hostKey === hostKey)?.port ?? 1;
  return {
    access: {
      shell: { run: (host, ...rest) => shell.run({ ...host, port: portOf(host.hostKey) }, ...rest) },
      user: userInfo().username,
      port: 22,
      wait: true,
    },
    start: async (name) => {
      mkdirSync(join(folder, name), { recursive: true });
      const env = { PATH: path, CLUSTER: folder, MACHINE: join(folder, name) };
      const started = await startSshd({ authorizedKeys: [login.publicKey], env });
      machines.set(name, started);
      return started;
    },
    machine: (name) => ({
      id: name,
      name,
      marker: null,
      state: 'running',
      addresses: [sshd(name).address],
      region: null,
      since: '2026-01-01T00:00:00Z',
      hostKey: sshd(name).hostKey,
    }),
    reach: (name) => {
      const { address, hostKey, user, port } = sshd(name);
      return { compute: name, address, hostKey, user, port };
    },
    lines: (file) => {
      const at = join(folder, file);
      return existsSync(at) ? readFileSync(at, 'utf8').trim().split('\n').filter(Boolean) : [];
    },
    touch: (machine, file) => writeFileSync(join(folder, machine, file), ''),
    has: (machine, file) => existsSync(join(folder, machine, file)),
    forget: (machine, file) => rmSync(join(folder, machine, file)),
    dispose: async () => {
      await Promise.all([...machines.values()].map((one) => one.stop()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
