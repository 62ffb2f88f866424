import type { Intent } from '../model/intent.ts';
import type { Machine, MachineOrder, Marker } from '../model/machine.ts';
import type { Provider } from '../providers/provider.ts';
import { ProviderFailure } from '../providers/provider-failure.ts';
import { patiently } from './patiently.ts';
import type { ProviderOf } from './provider-of.ts';

/** What came of an intent. */
export type Outcome =
  | { readonly of: 'made'; readonly machine: Machine }
  /** It is gone; or cancelled, and leaves on a day, `YYYY-MM-DD`. */
  | { readonly of: 'removed'; readonly until: string | null }
  /** It certainly had no effect. */
  | { readonly of: 'failed'; readonly failure: ProviderFailure }
  /** Nobody can tell. */
  | { readonly of: 'unclear'; readonly why: string };

/** Asks a provider once for what an intent says, and again only where it said that nothing happened. Never fails. */
export async function carryOut(
  intent: Intent,
  fleet: string,
  providerOf: ProviderOf,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    // What a provider did not foresee may have happened after its request took effect.
    return await patiently(() => ask(intent, fleet, providerOf, signal), signal, 'ambiguous');
  } catch (error) {
    const failure = error as ProviderFailure;
    if (failure.failure === 'ambiguous') return { of: 'unclear', why: failure.message };
    return { of: 'failed', failure };
  }
}

async function ask(
  intent: Intent,
  fleet: string,
  providerOf: ProviderOf,
  signal: AbortSignal,
): Promise<Outcome> {
  const { id, uid, step } = intent;
  const provider = await providerOf(step.provider);
  if (step.order) {
    const machine = await makeSomewhere(provider, step.order, { fleet, intent: id, uid }, signal);
    return { of: 'made', machine };
  }
  const machine = step.effect.of === 'object' ? step.effect.before?.status['machine'] : undefined;
  const removal = await provider.remove({ machine: String(machine), fleet, uid }, signal);
  return { of: 'removed', until: removal.gone ? null : removal.until };
}

/** Goes from region to region until one has capacity. Fails with what each of them said. */
async function makeSomewhere(
  provider: Provider,
  order: MachineOrder,
  marker: Marker,
  signal: AbortSignal,
): Promise<Machine> {
  const refusals: { readonly region: string | null; readonly error: ProviderFailure }[] = [];
  for (const region of [order.region, ...(order.fallback ?? [])]) {
    try {
      return await provider.make({ ...order, region }, marker, signal);
    } catch (error) {
      if (!(error instanceof ProviderFailure) || error.failure !== 'capacity') throw error;
      refusals.push({ region, error });
    }
  }
  // Not every provider says which region it speaks of.
  const said = refusals.map(({ region, error: { message } }) =>
    region === null || message.includes(region) ? message : `${region}: ${message}`,
  );
  throw new ProviderFailure('capacity', said.join('; '), refusals[0]?.error.hint ?? 'choose another region');
}
