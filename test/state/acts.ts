import type { Act } from '../../src/model/act.ts';
import type { JournalEntry } from '../../src/model/journal-entry.ts';
import type { Placement } from '../../src/model/placement.ts';
import type { RecordedObject } from '../../src/model/recorded.ts';
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
export function note(n: number, fields: Partial<JournalEntry> = {}): Act {
  return { entry: entry(n, fields), effect: null };
}

/** An act that changes an object. */
export function change(n: number, before: RecordedObject | null, after: RecordedObject | null): Act {
  return act(n, { of: 'object', before, after });
}

/** An act that changes an instance of a service. */
export function place(n: number, before: Placement | null, after: Placement | null): Act {
  return act(n, { of: 'placement', before, after });
}

function act(n: number, effect: Effect): Act {
  return { entry: entry(n), effect };
}
