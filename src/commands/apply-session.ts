import type { Occasion } from '../apply/acts-of.ts';
import type { KeptLease } from '../apply/kept-lease.ts';
import { Ledger } from '../apply/ledger.ts';
import type { ProviderOf } from '../apply/provider-of.ts';
import { providerOf } from '../apply/provider-of.ts';
import { recover } from '../apply/recover.ts';
import type { Intent } from '../model/intent.ts';
import type { RecordedState } from '../model/recorded.ts';
import type { StateStore } from '../state/state-store.ts';
import type { ApplyOptions } from './apply-options.ts';
import type { Context } from './context.ts';
import type { Open } from './discreet-providers.ts';
import { discreetProviders } from './discreet-providers.ts';
import { takeFleetLease } from './fleet-lease.ts';
import type { OpenFleet } from './open-fleet.ts';
import { openState } from './open-fleet.ts';
import type { Progress } from './progress.ts';
import { progressFor } from './progress.ts';

/** What one run of apply holds: the recorded state, the lease once it is taken, and where it tells how far it is. */
export class ApplySession {
  readonly occasion: Occasion;
  readonly report: Progress['report'];
  /** What is recorded, as it was read last. */
  recorded: RecordedState;
  /** Intents of earlier runs that are proven to have had no effect. */
  absent: readonly Intent[] = [];
  /** Aborted when somebody asks to stop. Until it has the lease there is nothing to finish: they just end it. */
  signal = new AbortController().signal;
  readonly #context: Context;
  readonly #fleet: OpenFleet;
  readonly #store: StateStore;
  readonly #open: Open;
  readonly #patience: number;
  readonly #progress: Progress;
  #lease: KeptLease | null = null;

  private constructor(
    context: Context,
    fleet: OpenFleet,
    options: ApplyOptions,
    parts: { store: StateStore; recorded: RecordedState; progress: Progress; occasion: Occasion },
  ) {
    this.#context = context;
    this.#fleet = fleet;
    this.#store = parts.store;
    this.#open = discreetProviders(context, fleet.workspace.root, fleet.project);
    this.#patience = options.lockWait;
    this.#progress = parts.progress;
    this.report = parts.progress.report;
    this.recorded = parts.recorded;
    this.occasion = parts.occasion;
  }

  static async open(context: Context, fleet: OpenFleet, options: ApplyOptions): Promise<ApplySession> {
    const { now, newId } = context;
    const store = await openState(context, fleet);
    await store.fetch();
    const recorded = await store.read();
    await store.share();
    const progress = await progressFor(context, options);
    const occasion = { actor: await context.actor(fleet.workspace.root), now, newId };
    return new ApplySession(context, fleet, options, { store, recorded, progress, occasion });
  }

  /**
   * Reads what is recorded under the lease, which it takes where it does not have it yet. Whatever is begun then is
   * settled: whoever began it has no lease any more.
   */
  async hold(): Promise<KeptLease> {
    if (this.#lease) {
      await this.#read();
      return this.#lease;
    }
    this.signal = this.#context.interruption();
    const lease = await takeFleetLease(this.#context, {
      fleet: this.#fleet,
      store: this.#store,
      occasion: this.occasion,
      patience: this.#patience,
      report: this.report,
      signal: this.signal,
    });
    this.#lease = lease;
    await this.#read();
    if (this.isBegun()) await this.#recover();
    return lease;
  }

  /** Tells whether anybody else can see what is recorded. */
  get isShared(): boolean {
    return this.#store.sharedThrough !== null;
  }

  /** Tells whether an apply began something that is not settled: one that is at work, or one that ended or died. */
  isBegun(): boolean {
    return this.recorded.intents.length > 0;
  }

  /** Writes on top of what is recorded; `desired` is the manifest tree that is applied. */
  ledger(desired: string | null): Ledger {
    return new Ledger({ store: this.#store, recorded: this.recorded, desired });
  }

  providersOf(ledger: Ledger): ProviderOf {
    return providerOf(ledger, this.#open);
  }

  async close(): Promise<void> {
    await this.#lease?.release();
    await this.#progress.close();
  }

  async #read(): Promise<void> {
    await this.#store.fetch();
    this.recorded = await this.#store.read();
  }

  async #recover(): Promise<void> {
    const { report, occasion } = this;
    const ledger = this.ledger(null);
    const fleet = this.#fleet.project.name;
    this.absent = await recover({
      ...occasion,
      fleet,
      ledger,
      providerOf: this.providersOf(ledger),
      report,
    });
    this.recorded = ledger.recorded;
  }
}
