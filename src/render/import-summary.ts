import type { Imported, LeftOut } from '../model/imported.ts';
import { counted } from '../model/counted.ts';
import { printable } from './printable.ts';

const REASONS: Readonly<Record<LeftOut['why'], (one: LeftOut['machine']) => string>> = {
  elsewhere: ({ marker }) => `it is marked as of fleet ${marker?.fleet}`,
  orphan: () => 'it carries our mark and belongs to no Host, see `stowage drift`',
  declared: ({ id, name }) => `it is the lost machine of Host/${name}; add \`adopt: "${id}"\` to its spec`,
  stopped: ({ state }) => `it is ${state}; --all takes it too`,
};

/** Says what was found to take over, and what was left out and why. */
export function importSummary({ hosts, profiles, left }: Imported, provider: string): string {
  const found =
    hosts.length === 0
      ? `Nothing to import from ${provider}`
      : `${counted(hosts.length, 'machine')} to take over from ${provider}, of ${counted(profiles.length, 'new profile')}`;
  const lines = left.map(
    ({ machine, why }) => `  left out ${machine.name} (${machine.id}): ${REASONS[why](machine)}`,
  );
  const partly = profiles.filter(({ price, resources }) => !price || Object.keys(resources).length === 0);
  const open = partly.map(
    ({ name }) => `  complete ${name}: the provider does not say all of its size and price`,
  );
  return `${[found, ...open, ...lines].map(printable).join('\n')}\n`;
}
