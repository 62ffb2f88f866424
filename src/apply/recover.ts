import type { Act } from '../model/act.ts';
import type { ApplyEvent } from '../model/apply-event.ts';
import type { Intent } from '../model/intent.ts';
import type { RecordedState } from '../model/recorded.ts';
import type { Observation } from '../providers/provider.ts';
import { ProviderFailure } from '../providers/provider-failure.ts';
import type { Occasion } from './acts-of.ts';
import type { Ledger } from './ledger.ts';
import { outcomeActs, parked } from './outcome-acts.ts';
import type { ProviderOf } from './provider-of.ts';

/** What recovering needs. */
export interface RecoverInputs extends Occasion {
  readonly fleet: string;
  readonly ledger: Ledger;
  readonly providerOf: ProviderOf;
  readonly report: (event: ApplyEvent) => void;
}

type Verdict = Extract<ApplyEvent, { type: 'recovered' }>['result'];

/** What is known of an intent that an earlier run left behind. */
interface Finding {
  readonly result: Verdict;
  readonly message: string;
  readonly acts: readonly Act[];
}

/**
 * Settles what earlier runs began and did not finish: what is proven to have happened is recorded, and what nobody can
 * tell stays, for a later run where its provider will be able to tell, else for a person. What is proven not to have
 * happened is returned, for the plan to go on with under the very same intent: were the earlier run alive after all, both
 * would make one machine. Whoever calls it holds the lease.
 */
export async function recover(inputs: RecoverInputs): Promise<Intent[]> {
  const { ledger, report } = inputs;
  const { recorded } = ledger;
  const looked = await Promise.all(
    recorded.intents.map(async (intent) => {
      const observation = await observe(intent, inputs);
      return observation ? [{ intent, finding: findingOf(intent, observation, recorded, inputs) }] : [];
    }),
  );
  const findings = looked.flat();
  await ledger.write(({ intents }) => {
    const still = new Set(intents.map(({ id }) => id));
    return findings.flatMap(({ intent, finding }) => (still.has(intent.id) ? finding.acts : []));
  });
  for (const { intent, finding } of findings) {
    const { result, message } = finding;
    report({ type: 'recovered', intent: intent.id, address: intent.step.address, result, message });
  }
  return findings.flatMap(({ intent, finding }) => (finding.result === 'not done' ? [intent] : []));
}

/**
 * What became of an intent; null where it is parked and stays so. What is parked is looked for again only where asking
 * twice makes one machine: elsewhere what is not to be seen may have been ordered.
 */
async function observe(intent: Intent, { fleet, providerOf }: RecoverInputs): Promise<Observation | null> {
  const isParked = intent.unresolved !== null;
  try {
    const provider = await providerOf(intent.step.provider);
    if (isParked && !provider.capabilities.idempotent) return null;
    const observation = await provider.observe(intent, fleet);
    return isParked && observation.found === 'unclear' ? null : observation;
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    return isParked ? null : { found: 'unclear', why: error.message, candidates: [] };
  }
}

function findingOf(
  intent: Intent,
  observation: Observation,
  state: RecordedState,
  occasion: Occasion,
): Finding {
  const { found } = observation;
  const creates = intent.step.order !== undefined;
  if (found === 'unclear') {
    const { why } = observation;
    return { result: 'unresolved', message: why, acts: [parked(intent, why, occasion)] };
  }
  if (creates && found === 'ours') {
    const { machine } = observation;
    const acts = outcomeActs(intent, { of: 'made', machine }, state, occasion);
    return { result: 'done', message: `an earlier run made machine ${machine.id}`, acts };
  }
  if (!creates && found === 'nothing') {
    const acts = outcomeActs(intent, { of: 'removed', until: null }, state, occasion);
    return { result: 'done', message: 'an earlier run gave its machine back', acts };
  }
  const message = creates ? 'no machine was made' : 'its machine is still there';
  return { result: 'not done', message, acts: [] };
}
