import type { VirtualClock } from './clock.ts';
import type { Knobs } from './knobs.ts';
import type { Call, Reply, Vendor } from './vendor.ts';

/** What can be controlled from another process. */
export interface Controlled {
  readonly clock: VirtualClock;
  readonly knobs: Knobs;
  readonly log: readonly unknown[];
  readonly violations: readonly string[];
  readonly vendor: Vendor;
}

/**
 * Answers a call below `/-/`: `GET knobs`, `PATCH knobs` with those that change, `POST clock` with `{ "advance": ms }`,
 * `GET log`, `GET state`, `GET violations`.
 */
export function control({ method, path, body }: Call, controlled: Controlled): Reply {
  const { clock, knobs, log, violations, vendor } = controlled;
  clock.settle();
  switch (`${method} ${path.slice('/-/'.length)}`) {
    case 'PATCH knobs':
      Object.assign(knobs, body);
      return { status: 200, body: knobs };
    case 'POST clock':
      clock.advance((body as { advance: number }).advance);
      return { status: 200, body: { now: clock.now() } };
    case 'GET knobs':
      return { status: 200, body: knobs };
    case 'GET log':
      return { status: 200, body: log };
    case 'GET state':
      return { status: 200, body: vendor.state() };
    case 'GET violations':
      return { status: 200, body: violations };
    default:
      return { status: 404, body: { error: `no such control: ${method} ${path}` } };
  }
}
