import type { Manifest } from './manifest.ts';

/** The annotation that silences warnings. */
export const ALLOW = 'stowage/allow';

/** A line of the annotation, and what follows it of the reason. */
export interface Allowance {
  /** The check it names; null where it names none. */
  readonly id: string | null;
  /** Empty where none is given: then it silences nothing. */
  readonly reason: string;
}

const NONE: readonly Allowance[] = [];

/** What a manifest allows: `stowage/allow: "<id>: reason"`, each on a line of its own; a reason may go on below. */
export function allowancesOf({ metadata }: Pick<Manifest, 'metadata'>): readonly Allowance[] {
  const annotation = metadata.annotations?.[ALLOW];
  return annotation === undefined ? NONE : read(annotation);
}

function read(annotation: string): readonly Allowance[] {
  const found: { id: string | null; reason: string }[] = [];
  for (const line of annotation.split('\n').map((text) => text.trim())) {
    if (line === '') continue;
    const [, id = null, reason = ''] = /^([^\s:]+)(?:\s*:(.*))?$/.exec(line) ?? [];
    const last = found.at(-1);
    // Ids have dots; a word without one, such as `https:`, goes on with the reason.
    if (last && !id?.includes('.')) last.reason = `${last.reason} ${line}`.trim();
    else found.push({ id, reason: id === null ? line : reason.trim() });
  }
  return found;
}
