import { armor, Encrypter } from 'age-encryption';
import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Replaced } from '../../model/sealed.ts';
import { StowageError } from '../../model/stowage-error.ts';
import { liesIn } from '../repository-of.ts';
import type { SecretSafe } from '../secret-safe.ts';
import type { SecretSurroundings } from '../secret-source.ts';
import { countRecipients, readAgeFile } from './age-file.ts';
import { decryptWith } from './decrypt-with.ts';
import { readIdentities } from './read-identities.ts';
import { recipientsFor } from './recipients-for.ts';

/** Opens the folder of a fleet as a place for age files, armored, so that git shows them as text. */
export function openSecretSafe(around: SecretSurroundings): SecretSafe {
  const root = realpathSync(around.root);
  return {
    async seal(order) {
      const { secret } = order;
      around.revealed.remember(secret.reveal());
      const path = resolve(root, order.file);
      const file = relative(root, path).replaceAll('\\', '/');
      refuseOutside(root, path, order.file);
      const identities = readIdentities(around);
      const { recipients, recipientsFrom } = await recipientsFor(order, root, identities);
      const encrypter = new Encrypter();
      for (const recipient of recipients) encrypter.addRecipient(recipient);
      const bytes = await encrypter.encrypt(secret.reveal());
      const replaced = existsSync(path) ? await whatWas(file, root, identities) : null;
      writeAtOnce(path, armor.encode(bytes), file);
      const readable = (await decryptWith(identities, bytes, file)) !== null;
      return { file, recipients, recipientsFrom, replaced, readable };
    },
  };
}

function refuseOutside(root: string, path: string, written: string): void {
  let near = dirname(path);
  while (!existsSync(near)) near = dirname(near);
  if (path.endsWith('.age') && path !== root && liesIn(root, path) && liesIn(root, realpathSync(near)))
    return;
  const hint = 'name one that ends in .age, such as secrets/hcloud.age';
  throw new StowageError('secret.place', `${written} is no age file in the fleet's folder`, hint);
}

/** What an age file says of itself before it is replaced; of anything else, that it is none. */
async function whatWas(file: string, root: string, identities: readonly string[]): Promise<Replaced> {
  try {
    const bytes = readAgeFile(file, root);
    const readable = (await decryptWith(identities, bytes, file)) !== null;
    return { recipients: countRecipients(bytes), readable };
  } catch (error) {
    if (error instanceof StowageError) return { recipients: null, readable: false };
    throw error;
  }
}

/** Whoever reads the file sees the old one or the new one, whole. */
function writeAtOnce(path: string, text: string, file: string): void {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    const why = `cannot be written (${(error as NodeJS.ErrnoException).code})`;
    throw new StowageError('secret.unwritable', `${file} ${why}`, 'look at the folder’s permissions');
  }
}
