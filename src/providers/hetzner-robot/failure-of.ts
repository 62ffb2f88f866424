import type { ApiCall } from '../http/api-client.ts';
import type { HttpAnswer } from '../http/send.ts';
import type { FailureClass } from '../provider-failure.ts';
import { ProviderFailure } from '../provider-failure.ts';

const PROFILE = 'correct the profile or the host';
const LATER = 'try again later';
const ROBOT = 'see the server in Robot';

/** What a call is that orders. */
export const ORDER = '/order/server/transaction';

/** Robot's error codes: what each means, and what a person can do. One that is not here goes by its status. */
const CODES: Readonly<Record<string, readonly [FailureClass, string]>> = {
  RATE_LIMIT_EXCEEDED: ['transient', LATER],
  INVALID_INPUT: ['profile', PROFILE],
  NOT_FOUND: ['profile', PROFILE],
  SERVER_NOT_FOUND: ['profile', ROBOT],
  CONFLICT: ['transient', LATER],
  KEY_ALREADY_EXISTS: ['fatal', 'delete that key in Robot'],
  BOOT_NOT_AVAILABLE: ['fatal', ROBOT],
  BOOT_ALREADY_ENABLED: ['fatal', ROBOT],
  BOOT_BLOCKED: ['fatal', ROBOT],
  RESET_NOT_AVAILABLE: ['fatal', ROBOT],
  RESET_MANUAL_ACTIVE: ['transient', 'wait until the manual reset is done'],
};

const SOLD_OUT = 'choose another region or profile, or try again later';

/** What Robot says in an answer that is a refusal. */
interface RobotError {
  readonly code: string;
  readonly message?: string;
  readonly missing?: readonly string[] | null;
  readonly invalid?: readonly string[] | null;
  readonly max_request?: number;
  /** Seconds. */
  readonly interval?: number;
}

/** Robot's own words of a refusal; null where the answer is none of Robot's, as of a gateway in between. */
export function errorOf({ body }: HttpAnswer): RobotError | null {
  const { error } = (typeof body === 'object' && body !== null ? body : {}) as { error?: RobotError };
  return typeof error?.code === 'string' ? error : null;
}

/** A refusal, with Robot's own code; null where it has none. */
export class Refusal extends ProviderFailure {
  readonly code: string | null;
  readonly status: number;

  constructor(
    { code, status }: Pick<Refusal, 'code' | 'status'>,
    ...rest: ConstructorParameters<typeof ProviderFailure>
  ) {
    super(...rest);
    this.code = code;
    this.status = status;
  }
}

/** What an answer that is a refusal means. */
export function failureOf(answer: HttpAnswer, { method, path }: Pick<ApiCall, 'method' | 'path'>): Refusal {
  const error = errorOf(answer);
  const { status } = answer;
  const isOrder = method === 'POST' && path === ORDER;
  const [failure, hint] = (isOrder && meaningOfOrder(error, status)) || meaningOf(error, status);
  return new Refusal(
    { code: error?.code ?? null, status },
    failure,
    `Robot says ${status} ${wordsOf(error)}`,
    hint,
    error?.code === 'RATE_LIMIT_EXCEEDED' && failure === 'transient' ? (error.interval ?? null) : null,
  );
}

function wordsOf(error: RobotError | null): string {
  if (!error) return 'with an answer that is none of its own';
  const { code, message = '', missing, invalid, max_request, interval } = error;
  const fields = [
    ...(missing?.length ? [`missing: ${missing.join(', ')}`] : []),
    ...(invalid ? Object.values(invalid).map((field) => `invalid: ${String(field)}`) : []),
    ...(max_request !== undefined ? [`${max_request} requests in ${interval ?? '?'} s`] : []),
  ];
  return `${code}: ${message}${fields.length > 0 ? ` (${fields.join('; ')})` : ''}`;
}

function meaningOf(error: RobotError | null, status: number): readonly [FailureClass, string] {
  if (status === 401) return ['permission', 'check user and password of the webservice, as `user:password`'];
  const known = error ? CODES[error.code] : undefined;
  if (known) return known;
  if (status === 403) return ['permission', 'check what the webservice user may do'];
  return status >= 500 ? ['ambiguous', LATER] : ['fatal', 'see what the endpoint of the ComputeProvider is'];
}

/**
 * What a refusal means when it is of an order. Robot documents no code for what is sold out. A product and its place were
 * looked up a moment before, so where one of them is refused, and where there is a conflict, it is taken for sold out.
 */
function meaningOfOrder(error: RobotError | null, status: number): readonly [FailureClass, string] | null {
  if (error?.code === 'RATE_LIMIT_EXCEEDED')
    return ['quota', 'Robot takes 20 orders a day: apply again tomorrow'];
  const fields = [...Object.values(error?.missing ?? []), ...Object.values(error?.invalid ?? [])];
  const isPlace = fields.length > 0 && fields.every((name) => name === 'location');
  const isGone =
    status === 409 || error?.code === 'NOT_FOUND' || (error?.code === 'INVALID_INPUT' && isPlace);
  return isGone ? ['capacity', SOLD_OUT] : null;
}
