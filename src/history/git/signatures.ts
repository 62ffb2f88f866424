import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Signature } from '../../model/history.ts';
import type { GitRepository } from '../../state/git/git-repository.ts';
import { GitFailure } from '../../state/git/git-failure.ts';

/** What git's `%G?` says; only G is good, and only keys of the allowed signers make it. */
const WHY: Readonly<Record<string, string>> = {
  N: 'it is not signed',
  U: 'its key is none of an allowed signer',
  B: 'its signature is not that of an allowed signer over this commit',
  E: 'its signature cannot be checked',
  X: 'its signature has expired',
  Y: 'its key has expired',
  R: 'its key was revoked',
};

/** Programs and keyrings of the person's own have no say: a PGP key in a keyring is no allowed signer. */
const ONLY_SSH = ['gpg.program', 'gpg.openpgp.program', 'gpg.x509.program'].map((name) => `${name}=false`);

/** Verifies the SSH signatures of commits against one list of allowed signers, by commit. */
export async function signaturesOf(
  git: GitRepository,
  commits: readonly string[],
  allowedSigners: Uint8Array,
): Promise<Map<string, Signature>> {
  if (commits.length === 0) return new Map();
  const folder = await mkdtemp(join(tmpdir(), 'stowage-signers-'));
  try {
    const file = join(folder, 'allowed_signers');
    await writeFile(file, allowedSigners);
    const settings = [...ONLY_SSH, 'gpg.ssh.program=ssh-keygen', `gpg.ssh.allowedSignersFile=${file}`];
    const format = '--format=%H%x09%G?%x09%GF%x09%GS';
    const { output, complaints } = await answerOf(
      git,
      [
        '--no-replace-objects',
        ...settings.flatMap((setting) => ['-c', setting]),
        ...['log', '--no-walk=unsorted', '--no-show-signature', format, '--stdin'],
      ],
      `${commits.join('\n')}\n`,
    );
    if (/cannot run ssh-keygen/.test(complaints))
      throw new GitFailure('ssh-keygen is not installed, and it checks signatures');
    return new Map(output.trimEnd().split('\n').map(signatureIn));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function signatureIn(line: string): [commit: string, signature: Signature] {
  const [commit = '', verdict = '', key = '', ...principal] = line.split('\t');
  const name = principal.join('\t');
  if (verdict === 'G' && key.startsWith('SHA256:') && name !== '')
    return [commit, { of: 'signer', principal: name }];
  const why = WHY[verdict] ?? `git says ${verdict} of its signature`;
  return [commit, { of: 'nobody', why: key.startsWith('SHA256:') ? `${why} (${key})` : why }];
}

/** What git prints, on both its outputs: with an unsigned commit among them it still succeeds. */
async function answerOf(git: GitRepository, args: readonly string[], input: string) {
  const child = git.start(args);
  const [output, complaints]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  const said = String(Buffer.concat(complaints));
  if (code !== 0) throw new GitFailure(said);
  return { output: String(Buffer.concat(output)), complaints: said };
}
