import type { ApplyEvent } from '../model/apply-event.ts';
import { count } from './count.ts';
import type { Paint } from './paint.ts';

/** Writes one event of an apply as a line; null where a person need not read it. */
export function applyEventLine(event: ApplyEvent, paint: Paint): string | null {
  switch (event.type) {
    case 'started':
      return null;
    case 'recording':
      return `Recording ${count(event.entries, 'journal entry', 'journal entries')}`;
    case 'done':
      return null;
    case 'finished': {
      const entries = count(event.entries, 'journal entry', 'journal entries');
      return `${paint('green', 'Applied')} ${count(event.steps, 'step')}: ${entries}, state ${event.commit?.slice(0, 7)} (serial ${event.serial})`;
    }
  }
}
