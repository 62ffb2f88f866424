import { textOf } from '../text-of.ts';
import { readPrivateFile } from '../read-private-file.ts';
import type { SecretSurroundings } from '../secret-source.ts';

/** A secret in a file outside the repository. */
export function readFileSecret(path: string, around: SecretSurroundings): string {
  return textOf(readPrivateFile(path, around), path);
}
