/**
 * Why a request to a provider came to nothing: `profile` ours to mend; `capacity` try the next region; `quota`;
 * `permission`; `transient` again later, it had no effect; `ambiguous` its effect is unknown, so it is never repeated;
 * `fatal`.
 */
export type FailureClass =
  'profile' | 'capacity' | 'quota' | 'permission' | 'transient' | 'ambiguous' | 'fatal';

/** The code by which people and scripts know each. */
export const FAILURE_CODES: Readonly<Record<FailureClass, string>> = {
  profile: 'profile.invalid',
  capacity: 'capacity.unavailable',
  quota: 'quota.exceeded',
  permission: 'permission.denied',
  transient: 'provider.busy',
  ambiguous: 'order.unresolved',
  fatal: 'provider.refused',
};
