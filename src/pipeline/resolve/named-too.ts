import type { Elsewhere } from '../../model/finding.ts';
import type { Use } from './inventory-index.ts';

/** A further field that names what a finding is about. */
export function namedToo({ from, pointer }: Use): Elsewhere {
  return { manifest: from, pointer, message: 'named here too' };
}
