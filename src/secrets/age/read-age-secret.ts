import { StowageError } from '../../model/stowage-error.ts';
import type { SecretSurroundings } from '../secret-source.ts';
import { textOf } from '../text-of.ts';
import { countRecipients, readAgeFile } from './age-file.ts';
import { decryptWith } from './decrypt-with.ts';
import { HOW_TO_GET_ONE, readIdentities } from './read-identities.ts';

/** A secret in an age file of the repository. */
export async function readAgeSecret(path: string, around: SecretSurroundings): Promise<string> {
  const bytes = readAgeFile(path, around.root);
  const identities = readIdentities(around);
  if (identities.length === 0) {
    throw new StowageError(
      'secret.no-identity',
      `there is no age identity to open ${path} with`,
      HOW_TO_GET_ONE,
    );
  }
  const text = await decryptWith(identities, bytes, path);
  if (text) return textOf(text, path);
  const count = countRecipients(bytes);
  const whom = count === 1 ? '1 recipient' : `${count} recipients`;
  throw new StowageError(
    'secret.wrong-identity',
    `${path} is encrypted to ${whom}, and no identity here is one of them`,
    'use an identity it is encrypted to, or have somebody who has one set it again for yours too',
  );
}
