import type { Reply } from '../vendor.ts';

/** Robot's error codes that are emulated, each with its status and words of ours. */
const CODES: Readonly<Record<string, readonly [number, string]>> = {
  UNAUTHORIZED: [401, 'unauthorized'],
  RATE_LIMIT_EXCEEDED: [403, 'rate limit exceeded'],
  INVALID_INPUT: [400, 'invalid input'],
  NOT_FOUND: [404, 'not found'],
  SERVER_NOT_FOUND: [404, 'server not found'],
  CONFLICT: [409, 'conflict'],
  KEY_ALREADY_EXISTS: [409, 'the key is stored already'],
  BOOT_ALREADY_ENABLED: [409, 'a boot configuration is active already'],
  INTERNAL_ERROR: [500, 'internal error'],
};

/** What an error says besides its code. */
interface Details {
  readonly missing?: readonly string[];
  readonly invalid?: readonly string[];
  readonly max_request?: number;
  /** Seconds. */
  readonly interval?: number;
}

/** An error as an answer. */
export function refusal(code: string, details: Details = {}): Reply {
  const [status, message] = CODES[code] ?? [500, code];
  return { status, body: { error: { status, code, message, ...details } } };
}

/** Thrown inside the emulator: the call comes to nothing. */
export class Refused extends Error {
  readonly reply: Reply;

  constructor(code: string, details?: Details) {
    super(code);
    this.reply = refusal(code, details);
  }
}
