import type { Pin, Workload } from './workload.ts';

/** The compute of an instance that has none. */
export const NOWHERE = -1;

/** One instance on its way to a compute. */
export class Instance {
  /** For a pinned instance with a fixed allocation, its service with that allocation as min and max. */
  workload: Workload;
  readonly pin: Pin | undefined;
  /** 0 until it is numbered. */
  number: number;
  /** The name of the compute where the last apply left it. */
  from: string | undefined;
  /** That it had to leave, and why, for a person. */
  moved: string | undefined = undefined;
  compute = NOWHERE;
  /** How many computes could have taken it, when it was placed anew. */
  candidates = 0;
  /** What it is granted, where that is more than its min. */
  more: Float64Array | undefined = undefined;

  constructor(workload: Workload, number: number, from: string | undefined, pin?: Pin) {
    this.workload = workload;
    this.number = number;
    this.from = from;
    this.pin = pin;
  }

  get placed(): boolean {
    return this.compute !== NOWHERE;
  }

  get granted(): Float64Array {
    return this.more ?? this.workload.min;
  }
}

/** Orders instances: high priority first, then by service name, then by number. */
export function byUrgency(a: Instance, b: Instance): number {
  return (
    b.workload.priority - a.workload.priority || a.workload.index - b.workload.index || a.number - b.number
  );
}
