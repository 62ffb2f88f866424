import { StowageError } from '../model/stowage-error.ts';

/** Bytes as text. */
export function textOf(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new StowageError(
      'secret.binary',
      `what ${path} holds is not text`,
      'store the secret as UTF-8 text',
    );
  }
}
