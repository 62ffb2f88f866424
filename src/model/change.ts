/** One field that differs. `path` is dotted with bracketed indexes (`spec.ports[0].port`). */
export interface Change {
  readonly path: string;
  /** Absent when the field appears. */
  readonly before?: unknown;
  /** Absent when the field goes away. */
  readonly after?: unknown;
}
