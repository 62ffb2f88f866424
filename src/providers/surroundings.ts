import type { Secret } from '../model/secret.ts';
import type { RemoteAccess } from '../remote/remote-access.ts';

/** What a provider has around it. */
export interface Surroundings {
  /** The fleet's folder. */
  readonly root: string;
  /** Finds the provider's secret once a call needs it; null where it has none. */
  readonly credentials: (() => Promise<Secret>) | null;
  /** How its machines are reached. */
  readonly remote: RemoteAccess;
}
