import type { ClusterOrder, Machine } from '../model/machine.ts';
import type { Reach } from '../model/reach.ts';
import { ProviderFailure } from '../providers/provider-failure.ts';
import { lastErrorLine } from '../remote/last-error-line.ts';
import { remoteHosts } from '../remote/remote-hosts.ts';
import type { RemoteHost } from '../remote/remote-shell.ts';
import type { JoinAccess } from './join-access.ts';
import { runAsRoot } from './join-access.ts';
import type { JoinToken } from './join-token.ts';
import { deleteToken, makeToken } from './join-token.ts';

/** The kubelet writes the first once it is let in; the second is there while it waits for that. */
const IS_JOINED = 'ls /etc/kubernetes/kubelet.conf >/dev/null 2>&1';
const IS_HALF_JOINED = 'ls /etc/kubernetes/bootstrap-kubelet.conf >/dev/null 2>&1';

/** kubeadm refuses a machine on which an earlier join ended half way. */
const CLEAR = `if ${IS_HALF_JOINED}; then as_root kubeadm reset --force >/dev/null 2>&1; fi`;

/**
 * Makes a machine join a cluster, by a token that one of its control-plane nodes makes for it and that is deleted
 * afterwards. One that has joined already is left alone; one that was left half way begins anew. Fails with a
 * ProviderFailure, of `transient` only where somebody could not be reached.
 */
export async function joinCluster(
  machine: Machine,
  { controlPlane }: ClusterOrder,
  access: JoinAccess,
  signal: AbortSignal,
): Promise<void> {
  const worker = await joiner(machine, access, signal);
  if (worker === null) return;
  const { node, token } = await firstToken(controlPlane, access, signal);
  try {
    const script = `set -e\n${CLEAR}\n${token.command}`;
    const { code, stderr } = await runAsRoot(access, worker, script, signal);
    if (code === 0) return;
    const hint = 'look at kubeadm, the kubelet and containerd of the machine, then apply again';
    const said = lastErrorLine(stderr) || 'no word why';
    throw new ProviderFailure('fatal', `kubeadm join ended with ${code} on ${machine.name}: ${said}`, hint);
  } finally {
    await deleteToken(access, node, token);
  }
}

/** Where the machine is reached that is to join; null where it has. */
async function joiner(machine: Machine, access: JoinAccess, signal: AbortSignal): Promise<RemoteHost | null> {
  const [first, ...others] = remoteHosts(machine, access);
  if (!first) {
    const missing = machine.hostKey === undefined ? 'host key' : 'address';
    const message = `no ${missing} of ${machine.name} is known, so nobody can log in there`;
    throw new ProviderFailure('fatal', message, 'join it by hand');
  }
  for (const host of [first, ...others]) {
    try {
      const { code } = await runAsRoot(access, host, IS_JOINED, signal);
      return code === 0 ? null : host;
    } catch (error) {
      const isLast = host === (others.at(-1) ?? first);
      if (isLast || signal.aborted || !isTransient(error)) throw error;
    }
  }
  return first;
}

async function firstToken(
  controlPlane: readonly Reach[],
  access: JoinAccess,
  signal: AbortSignal,
): Promise<{ readonly node: RemoteHost; readonly token: JoinToken }> {
  const failures: { readonly compute: string; readonly failure: ProviderFailure }[] = [];
  for (const { compute, address, hostKey, user = access.user, port = access.port } of controlPlane) {
    const node = { address, hostKey, user, port };
    try {
      return { node, token: await makeToken(access, node, signal) };
    } catch (error) {
      if (!(error instanceof ProviderFailure) || signal.aborted) throw error;
      failures.push({ compute, failure: error });
    }
  }
  throw noToken(failures);
}

function noToken(failures: readonly { compute: string; failure: ProviderFailure }[]): ProviderFailure {
  const [first] = failures;
  if (!first) {
    const hint = 'let kubernetes.controlPlane of the Workspace select computes that have spec.ssh';
    return new ProviderFailure('profile', 'the cluster has no control-plane node that can be reached', hint);
  }
  const { failure } = failures.find((one) => isTransient(one.failure)) ?? first;
  const said = failures.map((one) => `${one.compute}: ${one.failure.message}`).join('; ');
  return new ProviderFailure(failure.failure, `no control-plane node made a token: ${said}`, failure.hint);
}

function isTransient(error: unknown): boolean {
  return error instanceof ProviderFailure && error.failure === 'transient';
}
