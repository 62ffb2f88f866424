import type { OrderRecords } from './order-records.ts';
import { recordedHost } from './order-records.ts';

/** What a Host is in, and what is to be known of that. */
export interface HostState {
  readonly state: string;
  readonly note: string | null;
}

/** Says how far the order of a Host is, by what is recorded of it and by what a run began and did not finish. */
export function hostState(records: OrderRecords, host: string): HostState {
  const { state = 'not ordered', reason, until } = recordedHost(records, host)?.status ?? {};
  const intent = records.intents.find(({ step }) => step.address === `Host/${host}`);
  if (intent) {
    const { id, since, unresolved, step } = intent;
    const what = `${step.verb === 'delete' ? 'giving it back' : 'its order'} began at ${since}`;
    const note =
      unresolved === null
        ? `${what}, and has no outcome yet: the next apply finds it`
        : `${what}, and nobody can tell what became of it (${unresolved}): stowage resolve ${id}`;
    return { state: step.verb === 'create' ? 'provisioning' : String(state), note };
  }
  const known = typeof reason === 'string' ? `${reason}; the next apply goes on there` : null;
  return { state: String(state), note: typeof until === 'string' ? `it leaves on ${until}` : known };
}
