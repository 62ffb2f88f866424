import type { Departure, Deviation, Drift, SilentProvider } from '../model/drift.ts';
import { counted } from '../model/counted.ts';
import { driftHeadline } from './drift-headline.ts';
import type { Paint } from './paint.ts';
import { price } from './price.ts';
import { printable } from './printable.ts';

/** Writes what is not as recorded, provider by provider, each with what to do, and a line that sums it up. */
export function driftText(drift: Drift, paint: Paint): string {
  const parts = [
    ...drift.providers.flatMap(({ provider, hosts, machines }) => {
      const here = drift.deviations.filter((deviation) => deviation.provider === provider);
      if (here.length === 0) return [];
      const compared = `${counted(hosts, 'host')} recorded, ${counted(machines, 'machine')} there`;
      const lines = here.flatMap((deviation) => linesOf(deviation, paint));
      return [[`${paint('bold', provider)}  ${paint('dim', compared)}`, ...lines]];
    }),
    ...drift.silent.map((silent) => silentLines(silent, paint)),
    [driftHeadline(drift)],
  ];
  return parts.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function linesOf(deviation: Deviation, paint: Paint): string[] {
  const { what, departures, advice } = deviation;
  const [sign, colour] = SIGNS[what];
  return [
    paint(colour, printable(`${sign} ${wordsOf(deviation)}`)),
    ...departures.map((departure) => paint(colour, printable(`${sign}     ${departureLine(departure)}`))),
    `    help: ${printable(advice)}`,
  ];
}

const SIGNS: Readonly<Record<Deviation['what'], readonly ['-' | '!' | '+', 'red' | 'yellow' | 'green']>> = {
  gone: ['-', 'red'],
  foreign: ['!', 'yellow'],
  changed: ['!', 'yellow'],
  orphan: ['+', 'green'],
};

function wordsOf({ what, name, machine, price: cost }: Deviation): string {
  switch (what) {
    case 'gone':
      return `${name}  machine ${machine} is gone`;
    case 'foreign':
      return `${name}  machine ${machine} does not carry our mark any more`;
    case 'changed':
      return `${name}  machine ${machine}`;
    case 'orphan': {
      const costs = cost ? `costs ${price(cost.monthly, cost.currency)}/month` : 'at an unknown price';
      return `${name}  machine ${machine} carries our mark and belongs to no Host, ${costs}`;
    }
  }
}

function departureLine({ field, recorded, found }: Departure): string {
  return `${field}: ${valueText(recorded)} → ${valueText(found)}`;
}

function valueText(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueText).join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, inner]) => `${name} ${valueText(inner)}`)
      .join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function silentLines({ provider, message, hint }: SilentProvider, paint: Paint): string[] {
  const words = `${provider} did not say what stands there: ${message}`;
  return [paint('red', printable(`? ${words}`)), `    help: ${printable(hint)}`];
}
