import type { Deviation, Drift } from '../model/drift.ts';
import { counted } from '../model/counted.ts';
import { price } from './price.ts';

const WORDS: Readonly<Record<Deviation['what'], string>> = {
  gone: 'gone',
  foreign: 'not ours any more',
  changed: 'changed',
  orphan: 'without a Host',
};

/** Sums drift up in one line, with what orphans cost. */
export function driftHeadline({ deviations, providers, silent }: Drift): string {
  const hosts = providers.reduce((sum, provider) => sum + provider.hosts, 0);
  const unknown = silent.length === 0 ? '' : ` · ${counted(silent.length, 'provider')} did not answer`;
  if (deviations.length === 0) {
    if (providers.length === 0 && silent.length > 0) return `Drift: unknown${unknown}`;
    const asked = `${counted(hosts, 'host')} at ${counted(providers.length, 'provider')}`;
    return `No drift: ${asked} as recorded${unknown}`;
  }
  const counts = (Object.keys(WORDS) as Deviation['what'][]).flatMap((what) => {
    const number = deviations.filter((deviation) => deviation.what === what).length;
    return number === 0 ? [] : [`${number} ${WORDS[what]}`];
  });
  const cost = orphanCost(deviations);
  return `Drift: ${counts.join(', ')}${cost === '' ? '' : ` (${cost})`}${unknown}`;
}

function orphanCost(deviations: readonly Deviation[]): string {
  const sums = new Map<string, number>();
  for (const { what, price: cost } of deviations) {
    if (what !== 'orphan' || !cost) continue;
    sums.set(cost.currency, (sums.get(cost.currency) ?? 0) + cost.monthly);
  }
  return [...sums].map(([currency, sum]) => `${price(sum, currency)}/month`).join(', ');
}
