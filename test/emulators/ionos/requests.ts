import { randomUUID } from 'node:crypto';
import type { Call, Surroundings } from '../vendor.ts';
import { messageOf } from './refusal.ts';

interface Target {
  readonly id: string;
  readonly type: 'server' | 'volume' | 'nic' | 'lan' | 'ipblock';
}

export interface Request {
  readonly id: string;
  readonly created: number;
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly targets: readonly Target[];
  status: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED';
  message: string;
}

export const PUBLIC = 'https://api.ionos.com/cloudapi/v6';
/** How long a thing takes where no knob says otherwise, in milliseconds. */
const TAKES_MS = 20;
/** The part of that in which it is only queued. */
const QUEUED = 0.25;

/** What the vendor accepted: each goes QUEUED, RUNNING, and DONE or FAILED. */
export class Requests {
  readonly all = new Map<string, Request>();
  readonly #around: Surroundings;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Accepts something that takes its time; `done` is told the code with which it failed, or null. */
  begin(
    what: string,
    place: string,
    { method, path, text }: Call,
    targets: readonly Target[],
    done: (code: string | null) => void,
    code: string | null = null,
  ): Request {
    const { clock, knobs } = this.#around;
    const request: Request = {
      id: randomUUID(),
      created: clock.now(),
      method,
      url: PUBLIC + path,
      // As a Java serialiser may write it.
      body: text.replaceAll('/', '\\/'),
      targets,
      status: 'QUEUED',
      message: 'Request has been queued',
    };
    this.all.set(request.id, request);
    const takes = knobs.takesMs[what] ?? TAKES_MS;
    clock.after(takes * QUEUED, () => {
      request.status = 'RUNNING';
      request.message = 'Request is being executed';
    });
    clock.after(takes, () => {
      const why = code ?? knobs.endsIn[`${what}@${place}`] ?? knobs.endsIn[what] ?? null;
      request.status = why === null ? 'DONE' : 'FAILED';
      request.message = why === null ? 'Request has been successfully executed' : messageOf(why);
      done(why);
    });
    return request;
  }

  /** Those that can be seen by now. */
  visible(): Request[] {
    const { clock, knobs } = this.#around;
    const lag = knobs.takesMs['show_request'] ?? 0;
    return [...this.all.values()].filter(({ created }) => created + lag <= clock.now());
  }

  /** Those of a method, with a text in their body. */
  filtered(query: URLSearchParams): Request[] {
    const method = query.get('filter.method')?.toLowerCase();
    const text = query.get('filter.body')?.toLowerCase();
    return this.visible().filter(
      (one) =>
        (method === undefined || one.method.toLowerCase() === method) &&
        (text === undefined || one.body.toLowerCase().includes(text)),
    );
  }
}

export function statusShape({ id, status, message, targets }: Request) {
  return {
    id: `${id}/status`,
    type: 'request-status',
    href: `${PUBLIC}/requests/${id}/status`,
    metadata: {
      status,
      message,
      etag: id.replaceAll('-', ''),
      targets: targets.map((target) => ({ target: { ...target }, status })),
    },
  };
}

export function requestShape(request: Request) {
  const { id, created, method, url, body } = request;
  return {
    id,
    type: 'request',
    href: `${PUBLIC}/requests/${id}`,
    metadata: {
      createdDate: new Date(created).toISOString(),
      createdBy: 'ops@example.com',
      requestStatus: statusShape(request),
    },
    properties: { method, headers: {}, url, body },
  };
}
