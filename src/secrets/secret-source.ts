import type { Secret } from '../model/secret.ts';
import type { SecretReference } from '../model/spec/definitions.ts';
import type { Revealed } from './revealed.ts';

/** Where secrets are looked for. */
export interface SecretSurroundings {
  /** The fleet's folder. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Is told every secret that is found. */
  readonly revealed: Revealed;
}

/** Finds what references lead to. It is asked at the last moment: where a request needs the secret. */
export interface SecretSource {
  /** The secret of a reference, without the line break at its end. Fails with a StowageError that holds none of it. */
  resolve(reference: SecretReference): Promise<Secret>;
}
