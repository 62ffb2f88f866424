/** @typedef {import('./random.mjs').Random} Random */

/** The teams that own things. */
export const TEAMS = [
  'payments',
  'search',
  'catalogue',
  'logistics',
  'identity',
  'media',
  'insight',
  'platform',
];

const REASONS = [
  'Ordered for the growth of the spring campaign, reviewed every quarter with finance.',
  'Taken over from the old data centre. The labels on the machine still carry the former names.',
  'Keep in step with its neighbours: they share a rack, a switch and a maintenance window.',
  'Agreed in the capacity review; raise the figures only together with the team that owns it.',
];

/**
 * What people note on a manifest: who owns it, where it was agreed, how to go about it.
 * @param {Random} random
 * @param {string} team
 * @returns {Record<string, string>}
 */
export function annotations(random, team) {
  return {
    owner: `team-${team}`,
    contact: `${team}-oncall@acme.example`,
    ticket: `OPS-${random.whole(1000, 99999)}`,
    'cost-centre': String(random.whole(4000, 4999)),
    reviewed: `2026-0${random.whole(1, 9)}-${random.whole(10, 28)}`,
    runbook: `https://wiki.acme.example/runbooks/${team}/${random.whole(100, 999)}`,
    tier: random.pick(['gold', 'silver', 'bronze']),
    backup: random.pick(['daily', 'weekly', 'none']),
    escalate: random.pick(TEAMS),
    restore: `within ${random.pick([1, 4, 8, 24])} hours`,
    window: `weekdays from 0${random.whole(1, 5)}:00 UTC`,
    ...(random.chance(0.35) && { why: random.pick(REASONS) }),
  };
}
