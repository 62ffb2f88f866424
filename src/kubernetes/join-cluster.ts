import type { ClusterOrder, Machine } from '../model/machine.ts';
import type { RemoteAccess } from '../remote/remote-access.ts';
import type { RemoteHost, ScriptResult } from '../remote/remote-shell.ts';
import { RemoteFailure } from '../remote/remote-shell.ts';
import { ProviderFailure } from '../providers/provider-failure.ts';

/** What joining needs. */
export interface JoinAccess extends RemoteAccess {
  /** Is told every token, so that no output ever shows one. */
  readonly remember: (secret: string) => void;
}

/** How long a token lives: long enough for one machine to join. */
const TOKEN_LIFE = '15m';

const IS_JOINED = 'test -f /etc/kubernetes/kubelet.conf';

/**
 * Makes a machine join a cluster by a token that one of its control-plane nodes makes for it and that is deleted
 * afterwards. A machine that has joined already is left alone. Fails with a ProviderFailure.
 */
export async function joinCluster(
  machine: Machine,
  { controlPlane }: ClusterOrder,
  access: JoinAccess,
  signal: AbortSignal,
): Promise<void> {
  const worker = workerOf(machine, access);
  if ((await run(access, worker, IS_JOINED, signal)).code === 0) return;
  const failures: string[] = [];
  for (const node of controlPlane) {
    const host = {
      address: node.address,
      hostKey: node.hostKey,
      user: node.user ?? access.user,
      port: node.port ?? access.port,
    };
    let command: string;
    try {
      command = await joinCommand(access, host, signal);
    } catch (error) {
      if (!(error instanceof ProviderFailure) || signal.aborted) throw error;
      failures.push(`${node.compute}: ${error.message}`);
      continue;
    }
    try {
      const { code, stderr } = await run(access, worker, `set -e\n${command}\n`, signal);
      if (code !== 0) {
        const hint = 'look at the kubelet and containerd of the machine, then apply again';
        throw new ProviderFailure('fatal', `kubeadm join ended with ${code}: ${lastLine(stderr)}`, hint);
      }
      return;
    } finally {
      await forget(access, host, command);
    }
  }
  const said = failures.length === 0 ? 'the workspace has none that can be reached' : failures.join('; ');
  const hint = 'check kubernetes.controlPlane of the Workspace, and spec.ssh of the computes it selects';
  throw new ProviderFailure('transient', `no control-plane node made a token: ${said}`, hint);
}

async function joinCommand(access: JoinAccess, host: RemoteHost, signal: AbortSignal): Promise<string> {
  const script = `kubeadm token create --ttl ${TOKEN_LIFE} --print-join-command`;
  const { code, stdout, stderr } = await run(access, host, script, signal);
  const command = /^kubeadm join .*$/m.exec(stdout)?.[0];
  const token = tokenIn(command);
  if (token !== undefined) access.remember(token);
  if (code === 0 && command !== undefined && token !== undefined) return command;
  const hint = 'run kubeadm token create there by hand and see';
  throw new ProviderFailure('fatal', `kubeadm token create ended with ${code}: ${lastLine(stderr)}`, hint);
}

/** A token that is not used any more is of use to nobody else; left behind it dies of age. */
async function forget(access: JoinAccess, host: RemoteHost, command: string): Promise<void> {
  // The first half of a token names it, and is no secret.
  const id = tokenIn(command)?.split('.')[0];
  try {
    await run(access, host, `kubeadm token delete ${id}`, AbortSignal.timeout(20_000));
  } catch {
    return;
  }
}

function tokenIn(command: string | undefined): string | undefined {
  return /--token[ =]([a-z0-9]{6}\.[a-z0-9]{16})\b/.exec(command ?? '')?.[1];
}

function workerOf({ name, addresses, hostKey }: Machine, { user, port }: RemoteAccess): RemoteHost {
  const [address] = addresses;
  if (address === undefined || hostKey === undefined) {
    const missing = address === undefined ? 'address' : 'host key';
    throw new ProviderFailure(
      'fatal',
      `no ${missing} of ${name} is known, so nobody can log in there`,
      'join it by hand',
    );
  }
  return { address, hostKey, user, port };
}

async function run(
  { shell }: RemoteAccess,
  host: RemoteHost,
  script: string,
  signal: AbortSignal,
): Promise<ScriptResult> {
  try {
    return await shell.run(host, script, signal);
  } catch (error) {
    if (!(error instanceof RemoteFailure)) throw error;
    throw new ProviderFailure(
      error.why === 'unreachable' ? 'transient' : 'permission',
      error.message,
      error.hint,
    );
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
