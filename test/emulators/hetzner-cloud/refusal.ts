import type { Reply } from '../vendor.ts';

/** The error codes of the API's description, each with its status and words of ours. */
const CODES: Readonly<Record<string, readonly [number, string]>> = {
  json_error: [400, 'invalid JSON'],
  unauthorized: [401, 'unable to authenticate'],
  token_readonly: [401, 'the token is only allowed to perform GET requests'],
  forbidden: [403, 'insufficient permissions for this request'],
  maintenance: [403, 'cannot perform operation due to maintenance'],
  resource_limit_exceeded: [403, 'server limit reached'],
  not_found: [404, 'not found'],
  method_not_allowed: [405, 'method not allowed'],
  conflict: [409, 'the resource has changed during the request'],
  uniqueness_error: [409, 'name is already used'],
  deprecated_api_endpoint: [410, 'API functionality was removed'],
  resource_unavailable: [412, 'server type is not available for order at this location'],
  invalid_input: [422, 'invalid input'],
  service_error: [422, 'error within a service'],
  placement_error: [422, 'error during placement'],
  unsupported_error: [422, 'not supported'],
  locked: [423, 'there is already an action running'],
  protected: [423, 'the resource is protected'],
  rate_limit_exceeded: [429, 'limit of requests per hour reached'],
  server_error: [500, 'internal server error'],
  unavailable: [503, 'service is not available'],
  timeout: [504, 'the request could not be answered in time'],
};

/** An error as an answer; `fields` are those of the request that are wrong. */
export function refusal(code: string, message?: string, fields: readonly string[] = []): Reply {
  const [status, words] = CODES[code] ?? [500, code];
  const details =
    fields.length > 0 ? { fields: fields.map((name) => ({ name, messages: [message ?? words] })) } : null;
  return { status, body: { error: { code, message: message ?? words, details } } };
}

/** Thrown inside the emulator: the call comes to nothing. */
export class Refused extends Error {
  readonly reply: Reply;

  constructor(code: string, message?: string, fields?: readonly string[]) {
    super(code);
    this.reply = refusal(code, message, fields);
  }
}
