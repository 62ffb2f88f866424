import type { Reply } from '../vendor.ts';

/** The statuses of the API's description, with words of ours. */
const STATUSES: Readonly<Record<string, string>> = {
  400: 'the request cannot be parsed',
  401: 'unauthorized',
  402: 'the contract is a trial',
  403: 'the user lacks the privilege',
  404: 'the resource does not exist',
  405: 'the method is not supported',
  415: 'the content type is not supported',
  422: 'the request is not valid',
  429: 'the rate limit is exceeded',
  500: 'an unexpected error occurred',
  503: 'maintenance',
};

/** What the vendor says when it cannot do what it accepted, by its code. */
const CODES: Readonly<Record<string, string>> = {
  'VDC-5-0': 'An unexpected error occurred',
  'VDC-5-601':
    'We are sorry there has been an error. Please contact our support team and state the error code in this message',
  'VDC-5-622': 'The image is from another location than the Virtual Data Center',
  'VDC-5-1051': 'The limit of the contract would be exhausted',
  'VDC-5-1091': 'Storage creation on SSD failed due to too many recent create and delete operations',
};

/** The message of a request that failed. */
export function messageOf(code: string): string {
  return `[${code}] ${CODES[code] ?? 'failed'}`;
}

/** An error as an answer: by its status, or by a code of the vendor's, which goes with 422. */
export function refusal(code: string, message?: string): Reply {
  const status = code in STATUSES ? Number(code) : 422;
  const said = message ?? STATUSES[code] ?? messageOf(code);
  return { status, body: { httpStatus: status, messages: [{ errorCode: String(status), message: said }] } };
}

/** Thrown inside the emulator: the call comes to nothing. */
export class Refused extends Error {
  readonly reply: Reply;

  constructor(code: string, message?: string) {
    super(message ?? code);
    this.reply = refusal(code, message);
  }
}
