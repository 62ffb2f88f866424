import { setTimeout } from 'node:timers/promises';
import type { Machine } from '../../model/machine.ts';
import { lastErrorLine } from '../../remote/last-error-line.ts';
import type { RemoteAccess } from '../../remote/remote-access.ts';
import { remoteHosts } from '../../remote/remote-hosts.ts';
import { RemoteFailure } from '../../remote/remote-shell.ts';
import { backoff } from '../http/wait.ts';
import { ProviderFailure } from '../provider-failure.ts';
import { unreached } from '../unreached.ts';

/** A machine boots for some minutes, at first and whenever cloud-init has it start again. */
const SILENCE_MS = 10 * 60_000;
const LONGEST_PAUSE_MS = 10_000;
/** Who installs much at the first start takes long. */
const LONGEST_MS = 60 * 60_000;

/**
 * Waits so long at most that no connection goes stale, and says how far cloud-init is. Its exit codes differ from version
 * to version; these words do not. Of what it calls an error the log says more.
 */
const STATUS = `
command -v cloud-init >/dev/null 2>&1 || { echo 'status: absent'; exit; }
timeout 60 cloud-init status --wait >/dev/null 2>&1
cloud-init status --long 2>&1
`;

const IS_OVER = ['done', 'disabled', 'absent'];

/**
 * Waits until cloud-init has finished on a machine, one without it counting as started; asks nothing where the fleet does
 * not wait. A machine that is not reached yet is tried again for ten minutes. Fails with a ProviderFailure: `fatal` where
 * cloud-init failed or does not finish, `permission` where somebody else answers or nobody is let in, and `transient`.
 */
export async function awaitCloudInit(
  machine: Machine,
  access: RemoteAccess,
  signal: AbortSignal,
): Promise<void> {
  if (!access.wait) return;
  const hosts = remoteHosts(machine, access);
  if (hosts.length === 0) throw unknown(machine);
  const start = Date.now();
  let heard = start;
  for (let attempt = 0, at = 0; ; attempt++) {
    const host = hosts[at % hosts.length];
    if (!host) throw unknown(machine);
    try {
      const { stdout } = await access.shell.run(host, STATUS, signal);
      if (isOver(stdout, machine)) return;
      heard = Date.now();
      if (heard - start > LONGEST_MS) throw endless(machine);
    } catch (error) {
      const mayPass = error instanceof RemoteFailure && error.why === 'unreachable';
      if (!mayPass || signal.aborted || Date.now() - heard > SILENCE_MS) throw unreached(error);
      // Not every address leads there from everywhere.
      at++;
    }
    await pause(attempt, machine, signal);
  }
}

function isOver(stdout: string, { name }: Machine): boolean {
  const status = /^status: (\w+)/m.exec(stdout)?.[1] ?? '';
  if (status !== 'error') return IS_OVER.includes(status);
  const [detail = ''] = stdout.split(/^recoverable_errors:/m);
  const said = lastErrorLine(detail.replace(/^(\w*status\w*|last_update|errors|detail):/gm, ''));
  const hint = `read /var/log/cloud-init-output.log there; a Host that is ordered anew starts with other user data`;
  throw new ProviderFailure('fatal', `cloud-init failed on ${name}: ${said}`, hint);
}

async function pause(attempt: number, { name }: Machine, signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(backoff(attempt, 200, LONGEST_PAUSE_MS), undefined, { signal });
  } catch {
    throw new ProviderFailure('transient', `it was stopped while ${name} started`, 'apply again');
  }
}

function unknown({ name, hostKey }: Machine): ProviderFailure {
  const missing = hostKey === undefined ? 'host key' : 'address';
  const hint = 'set spec.ssh.wait to false in stowage.yaml to take the provider’s word that it runs';
  return new ProviderFailure('fatal', `no ${missing} of ${name} is known, so nobody can log in there`, hint);
}

function endless({ name }: Machine): ProviderFailure {
  const message = `cloud-init has not finished on ${name} after ${LONGEST_MS / 60_000} minutes`;
  return new ProviderFailure('fatal', message, 'read /var/log/cloud-init-output.log there, then apply again');
}
