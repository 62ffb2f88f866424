import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { Bucket } from './bucket.ts';
import { VirtualClock } from './clock.ts';
import { openContract } from './contract.ts';
import { control } from './control.ts';
import { Faults } from './faults.ts';
import { doubled, ownerless } from './invariants.ts';
import type { Knobs } from './knobs.ts';
import { freshKnobs } from './knobs.ts';
import { readCall } from './read-call.ts';
import type { Call, Reply, Surroundings, Vendor } from './vendor.ts';

/** A request, and what came of it. */
export interface Logged {
  /** Of the emulator's clock, in milliseconds. */
  readonly at: number;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly body: unknown;
  /** The status; or what was done instead of answering. */
  readonly answer: number | string;
}

/** An emulated vendor that listens on a port of this machine. */
export interface Emulator<V extends Vendor = Vendor> {
  /** Where its API begins: what a ComputeProvider has as its endpoint. */
  readonly url: string;
  readonly vendor: V;
  readonly clock: VirtualClock;
  /** May be turned at any time. */
  readonly knobs: Knobs;
  readonly log: readonly Logged[];
  /** What went against the vendor's document, or broke an invariant, until now. */
  readonly violations: readonly string[];
  /** Stops it. Fails where there was a violation. */
  close(): Promise<void>;
}

export interface EmulatorOptions {
  /** 0, or absent: any that is free. */
  readonly port?: number;
  readonly knobs?: Partial<Knobs>;
  /** How fast its clock runs; see VirtualClock. */
  readonly speed?: number;
}

/** Starts a vendor. Knobs, clock, log and state can also be had over HTTP, below `/-/`; see control.ts. */
export async function startEmulator<V extends Vendor>(
  open: (around: Surroundings) => V,
  options: EmulatorOptions = {},
): Promise<Emulator<V>> {
  const clock = new VirtualClock(options.speed);
  const knobs = { ...freshKnobs(), ...options.knobs };
  const vendor = open({ clock, knobs });
  const bucket = new Bucket(clock, knobs);
  const faults = new Faults(knobs);
  const contract = openContract(vendor.document);
  const log: Logged[] = [];
  const violations: string[] = [];

  /** The answer to a call; a word where there is to be none. */
  function answerTo(call: Call): Reply | string {
    clock.settle();
    const allowance = bucket.take();
    const told = allowance ? vendor.rateHeaders(allowance) : {};
    if (allowance && !allowance.admitted) {
      const refused = vendor.tooMany(allowance);
      return checked(call, { ...refused, headers: { ...refused.headers, ...told } });
    }
    const fault = faults.for(call);
    const usual = fault && fault.when !== 'after' ? null : vendor.answer(call);
    if (usual && call.method !== 'GET') violations.push(...doubled(vendor.billables()));
    if (fault?.lateMs !== undefined) clock.after(fault.lateMs, () => late(call));
    if (fault) {
      if (typeof fault.answer !== 'string') return fault.answer;
      if (fault.answer === 'drop' || fault.answer === 'hang') return fault.answer;
    }
    const reply = fault ? vendor.refuse(fault.answer as string) : (usual as Reply);
    return checked(call, { ...reply, headers: { ...reply.headers, ...told } });
  }

  function late(call: Call): void {
    vendor.answer(call);
    violations.push(...doubled(vendor.billables()));
  }

  function checked(call: Call, reply: Reply): Reply {
    violations.push(...(contract?.check(call, reply) ?? []));
    return reply;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await readCall(request, vendor.base);
    if (call.path.startsWith('/-/')) {
      return send(response, control(call, { clock, knobs, log, violations, vendor }));
    }
    const answer = answerTo(call);
    log.push({
      at: clock.now(),
      method: call.method,
      path: call.path + (call.query.size > 0 ? `?${call.query.toString()}` : ''),
      body: call.body instanceof URLSearchParams ? [...call.body] : call.body,
      answer: typeof answer === 'string' ? answer : answer.status,
    });
    const [least, most] = knobs.delayMs;
    if (most > 0) await setTimeout(least + Math.random() * (most - least));
    if (typeof answer !== 'string') send(response, answer);
    else if (answer === 'drop') request.socket.destroy();
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      violations.push(`the emulator failed: ${error instanceof Error ? error.stack : String(error)}`);
      request.socket.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${vendor.base}`,
    vendor,
    clock,
    knobs,
    log,
    violations,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      clock.settle();
      violations.push(...ownerless(vendor.billables()));
      if (violations.length > 0)
        throw new Error(`${vendor.document}: ${[...new Set(violations)].join('\n')}`);
    },
  };
}

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  const json = body !== undefined && typeof body !== 'string';
  response.writeHead(status, { ...(json && { 'content-type': 'application/json' }), ...headers });
  response.end(json ? JSON.stringify(body) : body);
}
