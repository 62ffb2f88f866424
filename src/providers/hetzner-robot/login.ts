import { createHash } from 'node:crypto';
import type { Secret } from '../../model/secret.ts';
import { ProviderFailure } from '../provider-failure.ts';

/** Credentials that were refused, and those that were taken, by their digest; as long as this process lives. */
const REFUSED = new Map<string, ProviderFailure>();
const TAKEN = new Set<string>();

/**
 * Keeps an account from being shut: three failed logins block the address for ten minutes. Until credentials were taken
 * once, only one call at a time is made with them; once they were refused, none is made any more.
 */
export class Login {
  readonly #endpoint: string;
  readonly #credentials: () => Promise<Secret>;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(endpoint: string, credentials: () => Promise<Secret>) {
    this.#endpoint = endpoint;
    this.#credentials = credentials;
  }

  /** Makes a call; one that fails for another reason than its login was let in. */
  async call<T>(send: () => Promise<T>, isLogin: (failure: ProviderFailure) => boolean): Promise<T> {
    const secret = (await this.#credentials()).reveal();
    if (!/^[^:]+:./.test(secret)) {
      const message = 'the credentials of hetzner-robot are not `user:password`';
      throw new ProviderFailure('permission', message, 'look at what the secret reference leads to');
    }
    const key = createHash('sha256').update(`${this.#endpoint}\0${secret}`).digest('hex');
    const guarded = async (): Promise<T> => {
      const refused = REFUSED.get(key);
      if (refused) throw refused;
      try {
        const answer = await send();
        TAKEN.add(key);
        return answer;
      } catch (error) {
        if (error instanceof ProviderFailure && isLogin(error)) REFUSED.set(key, error);
        throw error;
      }
    };
    if (TAKEN.has(key)) return await guarded();
    const mine = this.#turn.then(guarded);
    this.#turn = mine.catch(() => undefined);
    return await mine;
  }
}
