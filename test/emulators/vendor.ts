import type { IncomingHttpHeaders } from 'node:http';
import type { Allowance } from './bucket.ts';
import type { VirtualClock } from './clock.ts';
import type { Knobs } from './knobs.ts';

/** A request as a vendor gets it. */
export interface Call {
  readonly method: string;
  /** Below the vendor's base, without the query: `/servers/42`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** JSON as it was parsed; a form as URLSearchParams; undefined where there is none, or none that can be read. */
  readonly body: unknown;
  /** The body as it was sent. */
  readonly text: string;
}

/** What a vendor answers. A body goes as JSON; text goes as it is. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Something that costs money at a vendor. */
export interface Billable {
  readonly what: string;
  /** The intent whose order it is; null where it carries none. */
  readonly intent: string | null;
  /** False where nobody is known to want it. */
  readonly owned: boolean;
}

/** What an emulated vendor is given. */
export interface Surroundings {
  readonly clock: VirtualClock;
  /** The knobs as they stand: they may be turned between two calls. */
  readonly knobs: Knobs;
}

/** One vendor's API: a state machine that knows nothing of sockets. Everything that is due has happened when it is asked. */
export interface Vendor {
  /** The name of its document in the folder STOWAGE_SPEC_DIR. */
  readonly document: string;
  /** What its paths begin with, such as `/v1`; empty where with nothing. */
  readonly base: string;
  /** Answers a call; its effect has happened by then. */
  answer(call: Call): Reply;
  /** How it says an error, by its own code. */
  refuse(code: string, message?: string): Reply;
  /** The refusal of a call that is one too many. */
  tooMany(allowance: Allowance): Reply;
  /** What it tells about its limit with every answer. */
  rateHeaders(allowance: Allowance): Readonly<Record<string, string>>;
  /** Everything that costs money now. */
  billables(): readonly Billable[];
  /** All it holds, as JSON, for somebody who looks. */
  state(): unknown;
}
