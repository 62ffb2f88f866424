import { ProviderFailure } from '../provider-failure.ts';
import type { Limits } from './catalogue.ts';
import type { Wishes } from './server-request.ts';

type Resource = 'cores' | 'ram' | 'hdd' | 'ssd';

interface Rule {
  readonly of: 'server' | 'volume';
  readonly words: string;
  readonly unit: string;
  readonly each: keyof Limits;
  readonly all: keyof Limits;
  readonly taken: keyof Limits;
}

const RULES: Readonly<Record<Resource, Rule>> = {
  cores: {
    of: 'server',
    words: 'cores',
    unit: '',
    each: 'coresPerServer',
    all: 'coresPerContract',
    taken: 'coresProvisioned',
  },
  ram: {
    of: 'server',
    words: 'memory',
    unit: ' MB',
    each: 'ramPerServer',
    all: 'ramPerContract',
    taken: 'ramProvisioned',
  },
  hdd: {
    of: 'volume',
    words: 'HDD storage',
    unit: ' MB',
    each: 'hddLimitPerVolume',
    all: 'hddLimitPerContract',
    taken: 'hddVolumeProvisioned',
  },
  ssd: {
    of: 'volume',
    words: 'SSD storage',
    unit: ' MB',
    each: 'ssdLimitPerVolume',
    all: 'ssdLimitPerContract',
    taken: 'ssdVolumeProvisioned',
  },
};

// The description gives the limits of volumes without a unit; that of memory is MB, and theirs is taken for the same.
const MB_PER_GB = 1024;

/** What the contract allows, less what it has and what orders before would take. */
export class Budget {
  readonly #limits: Limits | null;
  readonly #planned: Record<Resource, number> = { cores: 0, ram: 0, hdd: 0, ssd: 0 };

  /** Without limits everything fits. */
  constructor(limits: Limits | null) {
    this.#limits = limits;
  }

  /** Takes what an order needs. Fails with `quota`, and says how much is left; then nothing is taken. */
  take(name: string, wishes: Wishes): void {
    const needs = Object.entries(needsOf(wishes)) as [Resource, number][];
    for (const [resource, needed] of needs) this.#check(name, resource, needed);
    for (const [resource, needed] of needs) this.#planned[resource] += needed;
  }

  #check(name: string, resource: Resource, needed: number): void {
    if (!this.#limits) return;
    const { of, words, unit, each, all, taken } = RULES[resource];
    const most = this.#limits[each];
    const hint = 'have IONOS raise the limits of the contract, or choose a smaller profile';
    if (needed > most) {
      const message = `${name} needs ${needed}${unit} of ${words}, and the contract allows a ${of} ${most}${unit}`;
      throw new ProviderFailure('quota', message, hint);
    }
    const left = this.#limits[all] - this.#limits[taken] - this.#planned[resource];
    if (needed <= left) return;
    const total = `of ${this.#limits[all]}${unit}`;
    const message = `${name} needs ${needed}${unit} of ${words}, and the contract has ${Math.max(left, 0)}${unit} left ${total}`;
    throw new ProviderFailure('quota', message, hint);
  }
}

function needsOf({
  server: { cores = 0, ram = 0 },
  volume: { type, size },
}: Wishes): Partial<Record<Resource, number>> {
  const storage = type === 'HDD' ? { hdd: size * MB_PER_GB } : { ssd: size * MB_PER_GB };
  // What comes with a template counts as its own kind.
  return { cores, ram, ...(type !== 'DAS' && storage) };
}
