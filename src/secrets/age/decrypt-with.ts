import { Decrypter } from 'age-encryption';
import { damaged } from './age-file.ts';

/** What an age file holds, or null where none of the identities opens it; a damaged one fails. */
export async function decryptWith(
  identities: readonly string[],
  bytes: Uint8Array,
  path: string,
): Promise<Uint8Array | null> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(bytes);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('no identity matched')) return null;
    throw damaged(path);
  }
}
