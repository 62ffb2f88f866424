import { ProviderFailure } from '../providers/provider-failure.ts';
import { lastErrorLine } from '../remote/last-error-line.ts';
import type { RemoteHost } from '../remote/remote-shell.ts';
import type { JoinAccess } from './join-access.ts';
import { runAsRoot } from './join-access.ts';

/** What lets one machine into a cluster. */
export interface JoinToken {
  /** The command that joins, for a shell. It holds the secret. */
  readonly command: string;
  /** Names the token, and is no secret. */
  readonly id: string;
}

/** How long a token lives that nobody deletes: long enough for one machine to join. */
const LIFE = '15m';
const FORGET_MS = 20_000;

/** What kubeadm prints to be run on the machine that is to join. Nothing else of it is run anywhere. */
const COMMAND =
  /^\s*kubeadm join (?<server>[\w.:[\]-]+) --token (?<id>[a-z0-9]{6})\.(?<secret>[a-z0-9]{16}) --discovery-token-ca-cert-hash (?<hash>sha256:[0-9a-f]{64})\s*$/m;

/** Has a control-plane node make a token. Fails with a ProviderFailure that holds no token. */
export async function makeToken(
  access: JoinAccess,
  node: RemoteHost,
  signal: AbortSignal,
): Promise<JoinToken> {
  const script = `as_root kubeadm token create --ttl ${LIFE} --print-join-command`;
  const { code, stdout, stderr } = await runAsRoot(access, node, script, signal);
  const { server, id, secret, hash } = COMMAND.exec(stdout)?.groups ?? {};
  if (id !== undefined && secret !== undefined) [`${id}.${secret}`, secret].forEach(access.remember);
  if (code === 0 && id !== undefined) {
    const flags = `--token ${id}.${secret} --discovery-token-ca-cert-hash ${hash}`;
    return { id, command: `as_root kubeadm join ${server} ${flags}` };
  }
  const said = code === 0 ? 'it printed no command to join with' : lastErrorLine(stderr) || 'no word why';
  const hint = 'run `kubeadm token create --print-join-command` there by hand and see';
  throw new ProviderFailure('fatal', `kubeadm token create ended with ${code}: ${said}`, hint);
}

/** Deletes a token that nobody needs any more. One that cannot be deleted now dies of age. */
export async function deleteToken(access: JoinAccess, node: RemoteHost, { id }: JoinToken): Promise<void> {
  // It is deleted even where the join was stopped.
  const signal = AbortSignal.timeout(FORGET_MS);
  await runAsRoot(access, node, `as_root kubeadm token delete ${id}`, signal).catch(() => undefined);
}
