import { isSecretReference } from '../model/is-secret-reference.ts';
import { Secret, SHORTEST_SECRET } from '../model/secret.ts';
import type { SecretReference } from '../model/spec/definitions.ts';
import { StowageError } from '../model/stowage-error.ts';
import type { SecretSource, SecretSurroundings } from './secret-source.ts';

type Read = (place: string, around: SecretSurroundings) => string | Promise<string>;

/** A way to find a secret, by the field of the reference that takes it; loaded when the first reference does. */
const WAYS: Readonly<Record<keyof SecretReference, () => Promise<Read>>> = {
  env: async () => (await import('./env/read-env-secret.ts')).readEnvSecret,
  file: async () => (await import('./file/read-file-secret.ts')).readFileSecret,
  age: async () => (await import('./age/read-age-secret.ts')).readAgeSecret,
};

/** Opens the secrets that manifests of a fleet refer to. */
export function openSecretSource(around: SecretSurroundings): SecretSource {
  return {
    async resolve(reference) {
      if (!isSecretReference(reference)) {
        const hint = 'write one of { env: NAME }, { file: PATH } and { age: PATH }';
        throw new StowageError('secret.reference', 'this is no reference to a secret', hint);
      }
      const [[way, place]] = Object.entries(reference) as [[keyof SecretReference, string]];
      const read = await WAYS[way]();
      const text = (await read(place, around)).replace(/\r?\n$/, '');
      if (text.length < SHORTEST_SECRET) {
        const found = text === '' ? 'is empty' : `has fewer than ${SHORTEST_SECRET} characters`;
        throw new StowageError(
          'secret.short',
          `the secret of ${way}: ${place} ${found}`,
          'store the whole of it',
        );
      }
      around.revealed.remember(text);
      return new Secret(text);
    },
  };
}
