import { allowancesOf } from './allowances.ts';
import type { Manifest } from './manifest.ts';

/** Tells whether a manifest silences a warning, and says why. */
export function allows(manifest: Manifest, id: string): boolean {
  return allowancesOf(manifest).some((allowance) => allowance.id === id && allowance.reason !== '');
}
