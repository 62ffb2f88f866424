import { addressOf } from '../../model/address.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { InventoryIndex, Use } from './inventory-index.ts';

/** The fields that name one thing that is not there, in file order. */
export interface Dangling {
  readonly uses: readonly [Use, ...Use[]];
  /** What has the name and is of a kind that the fields do not take; undefined where nothing is meant by that. */
  readonly stranger: Manifest | undefined;
}

/** Everything that is named and is not there. What may be in a file or manifest that could not be read is left out. */
export function dangling(index: InventoryIndex): Dangling[] {
  const missing = new Map<string, [Use, ...Use[]]>();
  for (const use of index.uses) {
    const { name, field, to } = use;
    if (to || field.kinds.some((kind) => index.broken.has(addressOf(kind, name)))) continue;
    if (field.kinds.some((kind) => index.isDelivered(kind, name))) continue;
    // A file that could not be read may hold it; its own error says what to mend. A name with a kind is in no file.
    if (index.incomplete && !name.includes('/')) continue;
    const same = missing.get(`${field.kinds[0]} ${name}`);
    if (same) same.push(use);
    else missing.set(`${field.kinds[0]} ${name}`, [use]);
  }
  return [...missing.values()].map((uses) => ({ uses, stranger: strangerTo(uses, index) }));
}

/**
 * An IPAssignment is often called after the IPAddress that it names. That it has the name of something that is gone is
 * no sign that somebody took the one for the other.
 */
function strangerTo(uses: readonly [Use, ...Use[]], index: InventoryIndex): Manifest | undefined {
  const [{ name }] = uses;
  if (uses.some(({ from }) => from.metadata.name === name)) return undefined;
  const [kind] = index.kindsNamed(name);
  return kind && index.get(kind, name);
}
