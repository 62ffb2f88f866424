import type { CommonOptions } from './options.ts';

/** Options of `apply`. */
export interface ApplyOptions extends CommonOptions {
  readonly yes?: boolean;
  /** `GUARD=DIGEST`, any number of them. */
  readonly approve?: readonly string[];
  /** How many machines are ordered or given back at once. */
  readonly parallelism: number;
  /** Seconds to wait for another apply. */
  readonly lockWait: number;
}
