import type { RemoteHost } from '../remote-shell.ts';
import { RemoteFailure } from '../remote-shell.ts';
import type { SshEnd } from './run-ssh.ts';

interface Meaning {
  readonly words: RegExp;
  readonly why: RemoteFailure['why'];
  readonly hint: string;
}

/** The exit code with which ssh says that it failed, and not what it was to run. */
const SSH_FAILED = 255;

/** What ssh says, by what it means. The first that fits counts. */
const MEANINGS: readonly Meaning[] = [
  {
    words: /host key verification failed|host identification has changed|no matching host key/i,
    why: 'host-key',
    hint: 'another machine answers there, or its key was made anew: find out which before you write down another',
  },
  {
    words: /^load key .*(invalid format|error in libcrypto|incorrect passphrase|is not a key file)/im,
    why: 'refused',
    hint: 'spec.ssh.identity in stowage.yaml must lead to a private key in OpenSSH form without a passphrase',
  },
  {
    words: /permission denied|too many authentication failures/i,
    why: 'refused',
    hint: 'check spec.ssh in stowage.yaml: user and identity',
  },
];

/** Why a script did not run on a machine, from how ssh ended. */
export function failureOf(
  { user, address, port }: RemoteHost,
  { code, stdout, stderr }: SshEnd,
): RemoteFailure {
  const where = `${user}@${address} port ${port}`;
  if (code !== SSH_FAILED && code !== null) {
    // Such as an image that tells root to log in as somebody else.
    const said = lastLine(stderr) || lastLine(stdout) || `it ended with ${code}`;
    const hint = 'spec.ssh in stowage.yaml must name a user who may run sh there';
    return new RemoteFailure('refused', `${where} runs no script: ${said}`, hint);
  }
  const said = `${where}: ${lastLine(stderr) || 'no answer'}`;
  const known = MEANINGS.find(({ words }) => words.test(stderr));
  if (known) return new RemoteFailure(known.why, said, known.hint);
  return new RemoteFailure('unreachable', said, 'see whether it runs and lets SSH in');
}

function lastLine(text: string): string {
  return text.trim().split(/\r?\n/).at(-1) ?? '';
}
