import type { Family } from './spec/definitions.ts';

/** The words by which each family says that a machine runs, or that it is at work on one that does. */
export const RUNNING_STATES: Readonly<Record<Family, readonly [string, ...string[]]>> = {
  'hetzner-cloud': ['running'],
  'hetzner-robot': ['ready'],
  'ionos-dcd': ['RUNNING', 'AVAILABLE', 'BUSY'],
  sandbox: ['running'],
};
