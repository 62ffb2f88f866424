import type { Manifest } from './manifest.ts';

/** Tells whether a manifest silences a warning: `stowage/allow: "<id>: reason"`, several on lines of their own. */
export function allows({ metadata }: Manifest, id: string): boolean {
  const annotation = metadata.annotations?.['stowage/allow'] ?? '';
  return annotation.split('\n').some((line) => line.trim().startsWith(`${id}:`));
}
