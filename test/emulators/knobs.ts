/** An answer that is not the usual one. */
export interface EmulatedFault {
  /** Method and path, such as `POST /servers`; a `*` stands for one segment of a path. */
  readonly on: string;
  /** What the request's body, as it was sent, has in it; absent, any. */
  readonly body?: string;
  /** How often it strikes; absent, always. */
  readonly times?: number;
  /** How many calls it lets pass first. */
  readonly skip?: number;
  /** Whether the request takes effect first; by default it does not. */
  readonly when?: 'before' | 'after';
  /** So many milliseconds of the clock after the answer the request takes effect all the same; absent, never. */
  readonly lateMs?: number;
  /**
   * `drop` closes the connection and `hang` keeps it open without an answer; any other word is an error code of the
   * vendor's; an object is an answer as it stands, which is not held against the vendor's document.
   */
  readonly answer:
    string | { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> };
}

/** How an emulator behaves; every knob may be turned while it runs. */
export interface Knobs {
  /** How many of a type a place has left, by `type@place`; one that is not named has any number. */
  stock: Record<string, number>;
  /** How many of a thing the account may have, by the vendor's word for it; one that is not named has no limit. */
  quota: Record<string, number>;
  /** What the credentials allow; `none` is a token that is not known. */
  scope: 'write' | 'read' | 'none';
  /** Requests that may be sent at once, and how many of them come back per second; null is no limit. */
  bucket: { limit: number; perSecond: number } | null;
  /** How long each answer takes, from and to, in real milliseconds. */
  delayMs: readonly [number, number];
  /** How long what was written is not seen by who reads, in milliseconds of the clock. */
  lagMs: number;
  /** How long the vendor takes for a thing it does on its own, in milliseconds of the clock, by its word for it. */
  takesMs: Record<string, number>;
  /** By the vendor's word for a thing it does on its own: the error code it ends with. */
  endsIn: Record<string, string>;
  faults: readonly EmulatedFault[];
}

/** Everything goes well, at once and without limits. */
export function freshKnobs(): Knobs {
  return {
    stock: {},
    quota: {},
    scope: 'write',
    bucket: null,
    delayMs: [0, 0],
    lagMs: 0,
    takesMs: {},
    endsIn: {},
    faults: [],
  };
}
