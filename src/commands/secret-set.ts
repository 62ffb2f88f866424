import { resolve } from 'node:path';
import { ExitCode } from '../model/exit-code.ts';
import { Secret, SHORTEST_SECRET } from '../model/secret.ts';
import { StowageError } from '../model/stowage-error.ts';
import { sealedJson } from '../render/sealed-json.ts';
import { sealedText } from '../render/sealed-text.ts';
import type { Context } from './context.ts';
import type { CommonOptions } from './options.ts';
import { rootOf } from './session.ts';

/** Options of `secret set`. */
export interface SecretSetOptions extends CommonOptions {
  /** Public keys, `age1…`. */
  readonly recipient?: readonly string[];
  /** A file of them. */
  readonly recipientsFile?: string;
  /** Where it goes, from the fleet's folder. */
  readonly file?: string;
}

/** Encrypts a secret, typed unseen or from standard input, into the repository, and says how to refer to it. */
export async function secretSet(
  context: Context,
  name: string,
  options: SecretSetOptions,
): Promise<ExitCode> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(name)) {
    // Not repeated: the secret itself may have been written in its place.
    const hint =
      'name it by letters, digits, dots and hyphens; the secret itself is typed when asked, or piped in';
    throw new StowageError('secret.name', 'this cannot be the name of a secret', hint);
  }
  const { recipient = [], recipientsFile, file = `secrets/${name}.age` } = options;
  const secret = await readSecret(context, name);
  if (file.includes(secret.reveal())) {
    const hint = 'choose another name: git shows it to everybody';
    throw new StowageError('secret.name', 'the secret itself stands in its name', hint);
  }
  const { env, revealed } = context;
  const { root } = context.openWorkspace(rootOf(context, options));
  const safe = await context.openSecretSafe({ root, env, revealed });
  const sealed = await safe.seal({
    secret,
    file,
    recipients: recipient,
    recipientsFile: recipientsFile === undefined ? null : resolve(context.cwd, recipientsFile),
  });
  if (options.output === 'json') context.stdout.write(sealedJson(sealed));
  else context.stdout.write(sealedText(sealed, options.quiet === true));
  return ExitCode.Success;
}

async function readSecret(context: Context, name: string): Promise<Secret> {
  const typed = await context.askHidden(`The secret ${name} (it is not shown): `);
  const text = (typed ?? (await context.readStdin())).replace(/\r?\n$/, '');
  context.revealed.remember(text);
  if (text.trim().length >= SHORTEST_SECRET) return new Secret(text);
  const what = text.trim() === '' ? 'nothing' : `fewer than ${SHORTEST_SECRET} characters`;
  const hint = 'type the whole of it when asked, or pipe it in: stowage secret set NAME < FILE';
  throw new StowageError('secret.short', `${what} is no secret to store`, hint);
}
