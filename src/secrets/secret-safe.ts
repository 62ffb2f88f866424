import type { Sealed } from '../model/sealed.ts';
import type { Secret } from '../model/secret.ts';

/** What is to be encrypted, and for whom. */
export interface SealOrder {
  readonly secret: Secret;
  /** The path of the file to write, from the fleet's folder. */
  readonly file: string;
  /** Public keys, `age1…`. */
  readonly recipients: readonly string[];
  /** The absolute path of a file of public keys; null for none. */
  readonly recipientsFile: string | null;
}

/** Encrypts secrets into the repository. */
export interface SecretSafe {
  /** Writes an age file in one go. Fails with a StowageError that holds nothing of the secret. */
  seal(order: SealOrder): Promise<Sealed>;
}
