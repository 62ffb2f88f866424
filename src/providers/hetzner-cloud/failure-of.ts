import type { FailureClass } from '../provider-failure.ts';
import { ProviderFailure } from '../provider-failure.ts';
import { retryAfterOf } from '../http/retry-after-of.ts';
import type { HttpAnswer } from '../http/send.ts';

const PROFILE = 'correct the profile or the host';
const LATER = 'try again later';

/** The API's error codes, in answers and in actions: what each means, and what a person can do. */
const CODES: Readonly<Record<string, readonly [FailureClass, string]>> = {
  unauthorized: ['permission', 'check the API token, and the project it belongs to'],
  token_readonly: ['permission', 'make a token that may read and write'],
  forbidden: ['permission', 'make a token that may do this'],
  maintenance: ['transient', LATER],
  resource_limit_exceeded: ['quota', 'ask Hetzner for a higher limit, or delete what is not needed'],
  not_found: ['profile', PROFILE],
  conflict: ['transient', LATER],
  uniqueness_error: ['fatal', 'choose another name'],
  deprecated_api_endpoint: ['fatal', 'this version of stowage is too old for the API'],
  resource_unavailable: ['capacity', 'choose another region or profile'],
  placement_error: ['capacity', 'choose another region, or enlarge the placement group'],
  invalid_input: ['profile', PROFILE],
  unsupported_error: ['profile', PROFILE],
  primary_ip_version_mismatch: ['profile', PROFILE],
  primary_ip_assigned: ['profile', PROFILE],
  primary_ip_datacenter_mismatch: ['profile', PROFILE],
  locked: ['transient', LATER],
  protected: ['fatal', 'switch its protection off in the Hetzner console'],
  rate_limit_exceeded: ['transient', LATER],
  unavailable: ['transient', LATER],
  // Of these nobody knows.
  server_error: ['ambiguous', LATER],
  service_error: ['ambiguous', LATER],
  timeout: ['ambiguous', LATER],
};

interface ErrorBody {
  readonly error?: {
    readonly code?: string;
    readonly message?: string;
    readonly details?: { readonly fields?: readonly { readonly name: string }[] } | null;
  };
}

/** The API's own code of an answer that is a refusal; null where it has none, as of a gateway in between. */
export function codeOf({ body }: HttpAnswer): string | null {
  const { error } = (typeof body === 'object' && body !== null ? body : {}) as ErrorBody;
  return error?.code ?? null;
}

/** A refusal of the API, with its own code; null where it has none. */
export class Refusal extends ProviderFailure {
  readonly code: string | null;

  constructor(code: string | null, ...rest: ConstructorParameters<typeof ProviderFailure>) {
    super(...rest);
    this.code = code;
  }
}

/** What an answer that is a refusal means. */
export function failureOf(answer: HttpAnswer): Refusal {
  const { status, headers } = answer;
  const { error } = (codeOf(answer) === null ? {} : answer.body) as ErrorBody;
  const fields = error?.details?.fields?.map(({ name }) => name) ?? [];
  const about = fields.length > 0 ? ` (${fields.join(', ')})` : '';
  const words = error ? `${error.code}: ${error.message ?? ''}${about}` : 'an answer that is none of the API';
  const [failure, hint] = meaningOf(error?.code ?? null, status);
  return new Refusal(
    error?.code ?? null,
    failure,
    `Hetzner Cloud says ${status} ${words}`,
    hint,
    retryAfterOf(headers),
  );
}

/** What it means that the vendor began a thing and could not finish it. */
export function actionFailure(
  command: string,
  error: { code: string; message: string } | null,
): ProviderFailure {
  const { code, message } = error ?? { code: 'unknown', message: 'without a reason' };
  const [failure, hint] = CODES[code] ?? ['fatal', 'see the server in the Hetzner console'];
  return new ProviderFailure(failure, `Hetzner Cloud could not finish ${command}: ${code}: ${message}`, hint);
}

function meaningOf(code: string | null, status: number): readonly [FailureClass, string] {
  const known = code === null ? undefined : CODES[code];
  if (known) return known;
  if (status === 401 || status === 403) return ['permission', 'check the API token'];
  if (status === 429) return ['transient', LATER];
  return status >= 500 ? ['ambiguous', LATER] : ['fatal', 'see what the endpoint of the ComputeProvider is'];
}
