import { Ledger } from '../apply/ledger.ts';
import { providerOf } from '../apply/provider-of.ts';
import type { Decision } from '../apply/resolve-intent.ts';
import { resolveIntent } from '../apply/resolve-intent.ts';
import { ExitCode } from '../model/exit-code.ts';
import type { Intent } from '../model/intent.ts';
import type { Machine } from '../model/machine.ts';
import { StowageError } from '../model/stowage-error.ts';
import { unfinishedJson } from '../render/unfinished-json.ts';
import { unfinishedText } from '../render/unfinished-text.ts';
import type { StateStore } from '../state/state-store.ts';
import type { Context } from './context.ts';
import { discreetProviders } from './discreet-providers.ts';
import { takeFleetLease } from './fleet-lease.ts';
import type { OpenFleet } from './open-fleet.ts';
import { openFleet, openState } from './open-fleet.ts';
import type { CommonOptions } from './options.ts';
import { progressFor } from './progress.ts';
import { paintFor } from './session.ts';
import { candidatesOf } from './unfinished-candidates.ts';

/** Options of `resolve`. */
export interface ResolveOptions extends CommonOptions {
  /** The provider's id of the machine that it became, or that is still there. */
  readonly adopt?: string;
  /** There is no machine. */
  readonly absent?: boolean;
  /** Seconds to wait for another apply. */
  readonly lockWait: number;
}

/** Shows what earlier runs left behind, or settles one of it as a person decides. */
export async function resolveCommand(
  context: Context,
  id: string | undefined,
  options: ResolveOptions,
): Promise<ExitCode> {
  const fleet = openFleet(context, options);
  const store = await openState(context, fleet);
  const ledger = await ledgerOf(store);
  const { intents } = ledger.recorded;
  const decided = options.adopt !== undefined || options.absent === true;
  if (decided) return await settle(context, fleet, store, intentNamed(id, intents), options);

  const shown = id === undefined ? intents : [intentNamed(id, intents)];
  const providers = providersOn(context, fleet, ledger);
  const all = await Promise.all(shown.map((intent) => candidatesOf(intent, fleet.project.name, providers)));
  if (options.output === 'json') context.stdout.write(unfinishedJson(all));
  else context.stdout.write(unfinishedText(all, paintFor(context.stdout, context, options)));
  return all.some(({ intent }) => intent.unresolved !== null) ? ExitCode.Unresolved : ExitCode.Success;
}

async function settle(
  context: Context,
  fleet: OpenFleet,
  store: StateStore,
  { id }: Intent,
  options: ResolveOptions,
): Promise<ExitCode> {
  const { now, newId } = context;
  const occasion = { actor: await context.actor(fleet.workspace.root), now, newId };
  const progress = await progressFor(context, options);
  const signal = context.interruption();
  const { report } = progress;
  const lease = await takeFleetLease(context, {
    fleet,
    store,
    occasion,
    patience: options.lockWait,
    report,
    signal,
  });
  try {
    const ledger = await ledgerOf(store);
    const intent = intentNamed(id, ledger.recorded.intents);
    const decision = await decisionOn(context, fleet, ledger, intent, options);
    await ledger.write((state) =>
      state.intents.some((open) => open.id === id) ? resolveIntent(intent, decision, state, occasion) : [],
    );
    if (!options.quiet) context.stderr.write(`Settled ${intent.step.id}.\nNext: stowage plan\n`);
    return ExitCode.Success;
  } finally {
    await lease.release();
    await progress.close();
  }
}

async function decisionOn(
  context: Context,
  fleet: OpenFleet,
  ledger: Ledger,
  intent: Intent,
  { adopt, absent }: ResolveOptions,
): Promise<Decision> {
  if (adopt !== undefined && absent) {
    throw new StowageError('resolve.both', 'it is either there or not', 'write one of --adopt and --absent');
  }
  const { name } = fleet.project;
  const known = await candidatesOf(intent, name, providersOn(context, fleet, ledger));
  if (adopt === undefined) {
    const there = known.candidates.find(({ marker }) => marker?.fleet === name && marker.uid === intent.uid);
    if (there) throw standing(there, intent);
    return 'absent';
  }
  const machine = known.candidates.find((candidate) => candidate.id === adopt);
  if (machine) return { machine };
  const ids = known.candidates.map((candidate) => candidate.id).join(', ');
  const hint = known.silent ?? (ids === '' ? 'the provider shows none' : `the provider shows ${ids}`);
  throw new StowageError(
    'resolve.machine',
    `${adopt} is no machine that ${intent.step.id} may have become`,
    hint,
  );
}

/** What carries the mark would cost on, and be known to nobody. */
function standing({ id, name }: Machine, { id: intent, step }: Intent): StowageError {
  return new StowageError(
    'resolve.standing',
    `machine ${id} (${name}) stands at ${step.provider} and carries the mark of ${step.address}`,
    `take it: stowage resolve ${intent} --adopt ${id}; if it is to go, delete it at ${step.provider} first`,
  );
}

async function ledgerOf(store: StateStore): Promise<Ledger> {
  await store.fetch();
  return new Ledger({ store, recorded: await store.read(), desired: null });
}

function providersOn(context: Context, { workspace, project }: OpenFleet, ledger: Ledger) {
  return providerOf(ledger, discreetProviders(context, workspace.root, project));
}

function intentNamed(id: string | undefined, intents: readonly Intent[]): Intent {
  const found =
    id === undefined && intents.length === 1 ? intents[0] : intents.find((intent) => intent.id === id);
  if (found) return found;
  const hint =
    intents.length === 0
      ? 'nothing is unfinished'
      : `choose one of ${intents.map((intent) => intent.id).join(', ')}`;
  throw new StowageError(
    'resolve.intent',
    id === undefined ? 'which intent?' : `there is no intent ${id}`,
    hint,
  );
}
