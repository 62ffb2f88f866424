import { retryAfterOf } from '../http/retry-after-of.ts';
import type { HttpAnswer } from '../http/send.ts';
import type { FailureClass } from '../provider-failure.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { ApiError } from './api-types.ts';

const PROFILE = 'correct the profile or the host';
const LATER = 'try again later';
const ELSEWHERE = 'choose another region, CPU family or profile';
const LIMITS = 'have IONOS raise the limits of the contract, or delete what is not needed';

type Meaning = readonly [FailureClass, string];

/** What the statuses mean that the API's description has; any other below 500 is `fatal`. */
const STATUSES: Readonly<Record<number, Meaning>> = {
  400: ['profile', PROFILE],
  401: ['permission', 'check the API token'],
  402: ['permission', 'the contract is a trial: finish its registration'],
  403: ['permission', 'have the owner of the contract give the user of the token this right'],
  404: ['profile', PROFILE],
  422: ['profile', PROFILE],
  429: ['transient', LATER],
};

/**
 * What the vendor's words mean, the first that fits: codes, then words for what has no code that is known. The API's
 * description lists none of the codes; these were seen in public reports of its users.
 */
const WORDS: readonly (readonly [RegExp, Meaning])[] = [
  [/\bVDC-5-601\b/, ['capacity', ELSEWHERE]],
  [/\bVDC-5-1051\b/, ['quota', LIMITS]],
  [/\bVDC-5-1091\b|too many recent/i, ['transient', LATER]],
  [/\bVDC-5-(622|1921)\b/, ['profile', PROFILE]],
  [
    /\bquota\b|\bexhausted\b|\b(resource|contract)s?\b.*\blimits?\b|\blimits?\b.*\b(resource|contract)s?\b/i,
    ['quota', LIMITS],
  ],
  [
    /\b(not enough|insufficient|no)\b.*\b(resources|capacity)\b|\bout of (stock|capacity)\b/i,
    ['capacity', ELSEWHERE],
  ],
];

/** A refusal of the API, with its status. */
export class Refusal extends ProviderFailure {
  readonly status: number;

  constructor(status: number, ...rest: ConstructorParameters<typeof ProviderFailure>) {
    super(...rest);
    this.status = status;
  }
}

/** What an answer that is a refusal means. */
export function failureOf({ status, headers, body }: HttpAnswer): Refusal {
  const { messages } = (typeof body === 'object' && body !== null ? body : {}) as ApiError;
  const words = messages?.map(({ errorCode, message = '' }) => {
    return errorCode === undefined || errorCode === String(status) ? message : `${errorCode}: ${message}`;
  });
  const said = words && words.length > 0 ? words.join('; ') : 'an answer that is none of the API';
  const [failure, hint] = meaningOf(status, said);
  return new Refusal(status, failure, `IONOS says ${status} ${said}`, hint, retryAfterOf(headers));
}

/** What it means that the vendor accepted a request and could not carry it out. */
export function requestFailure(message: string | undefined): ProviderFailure {
  const said = message === undefined || message === '' ? 'without a reason' : message;
  const [failure, hint] = wordsOf(said) ?? ['fatal', 'ask the support of IONOS, with this code'];
  return new ProviderFailure(failure, `IONOS could not do what it accepted: ${said}`, hint);
}

function meaningOf(status: number, said: string): Meaning {
  // After 5xx nobody knows, whatever is said: not even maintenance promises that nothing was done.
  if (status >= 500) return ['ambiguous', LATER];
  const known = STATUSES[status];
  const fine = status === 401 || status === 403 || status === 429;
  return (
    (fine ? undefined : wordsOf(said)) ??
    known ?? ['fatal', 'see what the endpoint of the ComputeProvider is']
  );
}

function wordsOf(said: string): Meaning | undefined {
  return WORDS.find(([words]) => words.test(said))?.[1];
}
