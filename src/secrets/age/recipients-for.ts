import { Encrypter, identityToRecipient } from 'age-encryption';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sealed } from '../../model/sealed.ts';
import { StowageError } from '../../model/stowage-error.ts';
import type { SealOrder } from '../secret-safe.ts';
import { HOW_TO_GET_ONE } from './read-identities.ts';

/** Who may read the secrets of a fleet, unless the command line says otherwise. */
const USUAL = 'secrets/recipients.txt';

/** The public keys to encrypt to, and who named them: the command line, the fleet's own file, else one's identity. */
export async function recipientsFor(
  { recipients, recipientsFile }: SealOrder,
  root: string,
  identities: readonly string[],
): Promise<Pick<Sealed, 'recipients' | 'recipientsFrom'>> {
  if (recipients.length > 0 || recipientsFile !== null) {
    const named = recipients.map((one, index) =>
      checked(one.trim(), `recipient ${index + 1} of the command line`),
    );
    const listed = recipientsFile === null ? [] : recipientsIn(recipientsFile, recipientsFile);
    return { recipients: [...new Set([...named, ...listed])], recipientsFrom: 'the command line' };
  }
  const usual = join(root, USUAL);
  if (existsSync(usual)) return { recipients: recipientsIn(USUAL, usual), recipientsFrom: USUAL };
  if (identities.length === 0) {
    const hint = `name one with --recipient age1…, list them in ${USUAL}, or ${HOW_TO_GET_ONE}`;
    throw new StowageError('secret.no-recipient', 'nobody is named who could read the secret', hint);
  }
  const own = await Promise.all(identities.map((identity) => identityToRecipient(identity)));
  return { recipients: own, recipientsFrom: 'your own identity' };
}

function recipientsIn(name: string, path: string): string[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const why = `cannot be read (${(error as NodeJS.ErrnoException).code})`;
    throw new StowageError('secret.recipients', `${name} ${why}`, 'name a file with one age1… in each line');
  }
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const found = lines.flatMap((line, index) =>
    line === '' || line.startsWith('#') ? [] : [checked(line, `line ${index + 1} of ${name}`)],
  );
  if (found.length > 0) return [...new Set(found)];
  throw new StowageError('secret.recipients', `${name} names nobody`, 'write one age1… in each line');
}

/** What is no public key is not repeated: it may be the other one. */
function checked(recipient: string, place: string): string {
  try {
    new Encrypter().addRecipient(recipient);
    return recipient;
  } catch {
    const hint = 'it takes public keys as age-keygen writes them: age1…; for one’s own: age-keygen -y FILE';
    throw new StowageError('secret.recipient', `${place} is no age recipient`, hint);
  }
}
