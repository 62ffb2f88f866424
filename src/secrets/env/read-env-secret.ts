import { StowageError } from '../../model/stowage-error.ts';
import type { SecretSurroundings } from '../secret-source.ts';

/** A secret in an environment variable. */
export function readEnvSecret(name: string, { env }: SecretSurroundings): string {
  const text = env[name];
  if (text !== undefined && text.trim() !== '') return text;
  const what = text === undefined ? 'is not set' : 'is empty';
  throw new StowageError('secret.env', `the environment variable ${name} ${what}`, 'set it to the secret');
}
