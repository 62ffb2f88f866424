import type { Instance } from './instance.ts';

/** The level of those that stood where they could stay and have no place now. */
export const LOST = 0;

/**
 * What an answer costs, level by level; compared from the front, less is better. First come those that stood
 * where they could stay and have no place now; then, for each priority from the highest down, all without one.
 */
export class Losses {
  readonly priorities: readonly number[];
  readonly #levels: ReadonlyMap<number, number>;

  constructor(instances: readonly Instance[]) {
    const distinct = new Set(instances.map(({ workload }) => workload.priority));
    this.priorities = [...distinct].sort((a, b) => b - a);
    this.#levels = new Map(this.priorities.map((priority, nth) => [priority, nth + 1]));
  }

  /** The level of those of a priority that have no place. */
  levelOf(priority: number): number {
    return this.#levels.get(priority) as number;
  }

  /** Counts, for instances of which some stood where they could stay. */
  count(instances: readonly Instance[], stood: { has(instance: Instance): boolean }): Int32Array {
    const counts = new Int32Array(1 + this.priorities.length);
    for (const instance of instances) {
      if (instance.placed) continue;
      if (stood.has(instance)) counts[LOST]!++;
      counts[this.levelOf(instance.workload.priority)]!++;
    }
    return counts;
  }
}
