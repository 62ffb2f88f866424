import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { RemoteFailure } from '../remote-shell.ts';

/** How a call of ssh ended; without a code where a signal ended it. */
export interface SshEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs ssh with something on its standard input. Where it is stopped it ends before this fails, with a RemoteFailure. */
export async function runSsh(args: readonly string[], input: string, signal: AbortSignal): Promise<SshEnd> {
  if (signal.aborted) throw stopped();
  const child = spawn('ssh', args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const stop = () => {
    child.kill('SIGTERM');
    // What ssh started may hold these open for longer than ssh lives.
    child.stdout.destroy();
    child.stderr.destroy();
  };
  signal.addEventListener('abort', stop, { once: true });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  // A machine that hangs up before it has read everything says why on stderr.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  try {
    const [code, stdout, stderr] = await Promise.all([
      ended,
      text(child.stdout).catch(() => ''),
      text(child.stderr).catch(() => ''),
    ]);
    if (signal.aborted) throw stopped();
    return { code, stdout, stderr };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const message = 'there is no ssh on this machine';
    throw new RemoteFailure('unreachable', message, 'install the OpenSSH client (openssh-client)');
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function stopped(): RemoteFailure {
  return new RemoteFailure('unreachable', 'it was stopped', 'apply again');
}
