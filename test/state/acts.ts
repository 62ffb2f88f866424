import type { IntentAct, JournalAct } from '../../src/model/act.ts';
import type { Intent } from '../../src/model/intent.ts';
import type { JournalEntry } from '../../src/model/journal-entry.ts';
import type { Placement } from '../../src/model/placement.ts';
import type { RecordedObject } from '../../src/model/recorded-object.ts';
import { vectorOf } from '../../src/model/resources.ts';
import type { Effect } from '../../src/model/step.ts';

/** A ULID of the n-th second of 2026; sorts as it counts. */
export function idOf(n: number): string {
  const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  let time = Date.UTC(2026, 0, 1) + n * 1000;
  let text = '';
  for (let digit = 0; digit < 10; digit++, time = Math.floor(time / 32))
    text = digits.charAt(time % 32) + text;
  return text + String(n).padStart(16, '0');
}

/** The n-th entry of 2026, one a second. */
export function entry(n: number, fields: Partial<JournalEntry> = {}): JournalEntry {
  return {
    id: idOf(n),
    timestamp: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(),
    category: 'deployment',
    author: { name: 'Ada Example', email: 'ada@example.org' },
    compute: 'fsn1-db-01',
    subject: `act ${n}`,
    content: '',
    ...fields,
  };
}

/** A recorded host. */
export function host(key: string, fields: Partial<RecordedObject> = {}): RecordedObject {
  return {
    kind: 'Host',
    key,
    metadata: { name: key, protect: false },
    spec: { provider: 'hetzner', region: 'fsn1', tags: { role: 'db' } },
    status: {},
    ...fields,
  };
}

/** One instance of a service on a compute. */
export function placed(service: string, instance: number, compute: string, cores = 2): Placement {
  return { service, instance, compute, granted: vectorOf({ cores, memory: 2048 }) };
}

/** An act that only tells. */
export function note(n: number, fields: Partial<JournalEntry> = {}): JournalAct {
  return { entry: entry(n, fields), effect: null };
}

/** An act that changes an object. */
export function change(n: number, before: RecordedObject | null, after: RecordedObject | null): JournalAct {
  return act(n, { of: 'object', before, after });
}

/** An act that changes an instance of a service. */
export function place(n: number, before: Placement | null, after: Placement | null): JournalAct {
  return act(n, { of: 'placement', before, after });
}

function act(n: number, effect: Effect): JournalAct {
  return { entry: entry(n), effect };
}

/** An intent of the n-th second of 2026, to make a host. */
export function intent(n: number, fields: Partial<Intent> = {}): Intent {
  const key = `fsn1-db-${n}`;
  return {
    id: idOf(n),
    step: {
      id: `create:Host/${key}`,
      verb: 'create',
      address: `Host/${key}`,
      provider: 'hetzner',
      summary: 'db-large in fsn1',
      order: {
        name: key,
        region: 'fsn1',
        parameters: { type: 'ccx33' },
        image: null,
        sshKeys: ['ssh-ed25519 AAAA ada'],
        userData: null,
        price: { monthly: 62.49, setup: 0, currency: 'EUR' },
      },
      effect: { of: 'object', before: null, after: host(key) },
      notes: [{ compute: key, category: 'deployment', subject: `order ${key}` }],
    },
    uid: `uid-${n}`,
    request: 'sha256:ab',
    epoch: 3,
    plan: 'sha256:12',
    desired: 'tree',
    since: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(),
    unresolved: null,
    ...fields,
  };
}

/** An act that says what is about to be done. */
export function begin(n: number, ...intents: readonly Intent[]): IntentAct {
  const { author, timestamp } = entry(n);
  return { intents, author, timestamp, subject: `begin ${intents.length}` };
}

/** The outcome of an intent: its effect, and that it is settled. */
export function settle(n: number, { id, step }: Intent): JournalAct {
  return { ...act(n, step.effect), settles: id };
}
