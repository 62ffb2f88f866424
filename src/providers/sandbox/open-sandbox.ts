import { setTimeout } from 'node:timers/promises';
import type { Intent } from '../../model/intent.ts';
import type { Machine, MachineOrder, Marker } from '../../model/machine.ts';
import type { Farewell, Observation, Provider, Removal } from '../provider.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { Behaviour, Fault } from './behaviour.ts';
import { readBehaviour } from './behaviour.ts';
import { strike } from './faults.ts';
import { MachineFiles } from './machine-files.ts';
import { quotesFor, refuseWhereFull } from './stock.ts';

/** Opens the provider whose machines are files in a folder. It needs no account, and fails only when told to. */
export function openSandbox(folder: string): Provider {
  const files = new MachineFiles(folder);

  /** One call: half of its time, its effect, the other half; faults strike before the effect or after it. */
  async function call<T>(
    on: Fault['on'],
    name: string | null,
    effect: (how: Behaviour) => T,
    signal?: AbortSignal,
  ) {
    const how = readBehaviour(folder);
    const [least, most] = how.latencyMs ?? [0, 0];
    const wait = least + Math.random() * (most - least);
    try {
      await setTimeout(wait / 2, undefined, { signal });
    } catch {
      throw new ProviderFailure('transient', `${on} was stopped before it was sent`, 'apply again');
    }
    strike(folder, how, on, 'before', name);
    const answer = effect(how);
    strike(folder, how, on, 'after', name);
    // What is done is done: nobody is better off without the answer.
    await setTimeout(wait / 2);
    return answer;
  }

  return {
    capabilities: { marks: true, idempotent: true, userData: true, reverseNames: false, adopts: true },
    preflight: (orders) => Promise.resolve(quotesFor(orders, files.all(), readBehaviour(folder))),
    observe: (intent, fleet) => observe(intent, fleet),
    make: (order, marker, signal) =>
      call('make', order.name, (how) => make(files, order, marker, how), signal),
    remove: (farewell, signal) => {
      const machine = files.read(farewell.machine);
      return call('remove', machine?.name ?? null, () => remove(files, farewell), signal);
    },
    connect: (machine, _order, _marker, signal) => call('connect', machine.name, () => machine, signal),
    bootstrap: (machine, _order, _marker, signal) => call('bootstrap', machine.name, () => machine, signal),
    list: (fleet) => call('list', null, () => files.all().filter(({ marker }) => marker?.fleet === fleet)),
    census: () => call('list', null, () => files.census()),
  };

  async function observe(intent: Intent, fleet: string): Promise<Observation> {
    const { effect } = intent.step;
    const object = effect.of === 'object' ? (effect.after ?? effect.before) : null;
    const name = object?.key ?? null;
    try {
      const { lagMs = 0 } = readBehaviour(folder);
      const visible = Date.parse(intent.since) + lagMs - Date.now();
      // Until then its absence proves nothing.
      if (visible > 0) await setTimeout(visible);
      return await call('observe', name, () => found(files, intent, fleet));
    } catch (error) {
      if (!(error instanceof ProviderFailure) || error.failure !== 'ambiguous') throw error;
      const candidates = files.all().filter((machine) => machine.name === name);
      return { found: 'unclear', why: error.message, candidates };
    }
  }
}

function found(files: MachineFiles, { id, uid, step }: Intent, fleet: string): Observation {
  const before = step.effect.of === 'object' ? step.effect.before : null;
  const known = before?.status['machine'];
  const { adopt } = step.order ?? {};
  const machine =
    step.verb === 'delete'
      ? typeof known === 'string' && files.read(known)
      : files.read(adopt ?? files.idFor({ fleet, intent: id, uid }));
  if (!machine) return { found: 'nothing' };
  if (adopt !== undefined && machine.marker?.intent !== id) return { found: 'nothing' };
  if (machine.marker?.uid === uid && machine.marker.fleet === fleet) return { found: 'ours', machine };
  return { found: 'unclear', why: `machine ${machine.id} carries another mark`, candidates: [machine] };
}

function make(files: MachineFiles, order: MachineOrder, marker: Marker, how: Behaviour): Machine {
  const id = files.idFor(marker);
  const known = files.read(id);
  if (known) return known;
  if (order.adopt !== undefined) return adopt(files, order.adopt, marker, order.name);
  refuseWhereFull(order.region, files.all(), how);
  const machine: Machine = {
    id,
    name: order.name,
    marker,
    state: 'running',
    addresses: [addressFor(id)],
    region: order.region,
    since: new Date().toISOString(),
  };
  const { parameters, image, price } = order;
  return files.add(machine, { parameters, image, price }) ? machine : (files.read(id) ?? machine);
}

function remove(files: MachineFiles, { machine: id, fleet, uid }: Farewell): Removal {
  const machine = files.read(id);
  if (!machine) return { gone: true };
  if (machine.marker?.uid !== uid || machine.marker.fleet !== fleet) {
    const message = `machine ${id} (${machine.name}) does not carry the mark of this object`;
    throw new ProviderFailure('fatal', message, 'nothing was deleted; find out whose it is');
  }
  files.remove(machine);
  return { gone: true };
}

/** Marks a machine that stands there already, and names it after its Host. */
function adopt(files: MachineFiles, id: string, marker: Marker, name: string): Machine {
  const machine = files.read(id);
  if (!machine) throw new ProviderFailure('profile', `there is no machine ${id}`, 'correct spec.adopt');
  const { marker: known } = machine;
  if (known && (known.fleet !== marker.fleet || known.uid !== marker.uid)) {
    throw new ProviderFailure('profile', `machine ${id} belongs to ${known.fleet}`, 'correct spec.adopt');
  }
  return files.mark(machine, marker, name);
}

/** An address of the range that is kept for documentation (RFC 3849), the same for the same machine. */
function addressFor(id: string): string {
  const hex = id.slice('sbx-'.length);
  return `2001:db8:${[0, 4, 8].map((at) => hex.slice(at, at + 4).replace(/^0+(?=.)/, '')).join(':')}::1`;
}
