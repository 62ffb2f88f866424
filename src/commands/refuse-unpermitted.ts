import { ExitCode } from '../model/exit-code.ts';
import type { Actor } from '../model/journal-entry.ts';
import type { MissingPermission } from '../model/missing-permission.ts';
import { StowageError } from '../model/stowage-error.ts';
import { missingPermissionText } from '../render/missing-permission-text.ts';

/** Throws `permission.denied` where an actor lacks anything. */
export function refuseUnpermitted(actor: Actor, missing: readonly MissingPermission[]): void {
  if (missing.length === 0) return;
  throw new StowageError(
    'permission.denied',
    unpermittedText(actor, missing),
    'ask one of them, or have the role added to the members of an Organization',
    ExitCode.Refused,
  );
}

/** Says what an actor lacks. */
export function unpermittedText(actor: Actor, missing: readonly MissingPermission[]): string {
  return `${actor.email || actor.name} lacks ${missing.map(missingPermissionText).join('; ')}`;
}
