import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Secret } from '../../model/secret.ts';
import type { RemoteHost, RemoteShell } from '../remote-shell.ts';
import { RemoteFailure } from '../remote-shell.ts';
import { failureOf } from './failure-of.ts';
import { framedScript } from './framed-script.ts';
import { knownHost } from './known-host.ts';
import { runSsh } from './run-ssh.ts';
import { inShortLivedFolder } from './short-lived-folder.ts';

/** The name under which the one host key is known. */
const ALIAS = 'stowage';

/**
 * What is not left to the configuration of whoever runs this, which may say the rest, such as over which machine the way
 * leads: nobody is asked anything, only the one host key counts, and no connection is shared or stays.
 */
const OPTIONS = {
  BatchMode: 'yes',
  CheckHostIP: 'no',
  ClearAllForwardings: 'yes',
  ConnectTimeout: 10,
  ControlMaster: 'no',
  ControlPath: 'none',
  ForwardAgent: 'no',
  GlobalKnownHostsFile: '/dev/null',
  HostKeyAlias: ALIAS,
  LogLevel: 'ERROR',
  PermitLocalCommand: 'no',
  PreferredAuthentications: 'publickey',
  RemoteCommand: 'none',
  RequestTTY: 'no',
  ServerAliveCountMax: 4,
  ServerAliveInterval: 15,
  StrictHostKeyChecking: 'yes',
  UpdateHostKeys: 'no',
  VerifyHostKeyDNS: 'no',
};

/**
 * Runs scripts with the ssh of this machine, and its configuration. `identity` finds the private key to log in with; null
 * for those of the running ssh-agent.
 */
export function openSsh(identity: (() => Promise<Secret>) | null): RemoteShell {
  return {
    run: async (host, script, signal) =>
      await inShortLivedFolder(async (folder) => {
        const options = { ...OPTIONS, ...(await filesFor(host, identity, folder, signal)) };
        const flags = Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
        const { command, input, read } = framedScript(script);
        const args = [...flags, '-p', `${host.port}`, '-l', host.user, '--', host.address, command];
        const { code, stdout, stderr } = await runSsh(args, input, signal);
        const result = read(stdout, stderr);
        if (typeof result === 'object') return result;
        throw result === 'begun' ? broken(host) : failureOf(host, { code, stdout, stderr });
      }),
  };
}

/** The host key and the identity as ssh reads them: from files, and no others. */
async function filesFor(
  host: RemoteHost,
  identity: (() => Promise<Secret>) | null,
  folder: string,
  signal: AbortSignal,
): Promise<Readonly<Record<string, string>>> {
  const known = join(folder, 'known_hosts');
  await writeFile(known, await knownHost(ALIAS, host, signal));
  const hosts = { UserKnownHostsFile: known };
  if (!identity) return hosts;
  const key = join(folder, 'identity');
  // ssh refuses a key without a line break at its end, and one that others can read.
  await writeFile(key, `${(await identity()).reveal().trimEnd()}\n`, { mode: 0o600 });
  return { ...hosts, IdentityFile: key, IdentitiesOnly: 'yes', IdentityAgent: 'none' };
}

function broken({ user, address, port }: RemoteHost): RemoteFailure {
  const message = `${user}@${address} port ${port}: the connection broke before the script had ended`;
  return new RemoteFailure('unreachable', message, 'see whether the machine still runs');
}
