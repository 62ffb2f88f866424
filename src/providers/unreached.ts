import { RemoteFailure } from '../remote/remote-shell.ts';
import { ProviderFailure } from './provider-failure.ts';

/** What it means for an order that a machine could not be reached over SSH; any other error stays what it is. */
export function unreached(error: unknown): unknown {
  if (!(error instanceof RemoteFailure)) return error;
  const failure = error.why === 'unreachable' ? 'transient' : 'permission';
  return new ProviderFailure(failure, error.message, error.hint);
}
