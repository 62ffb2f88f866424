import type { Intent } from '../model/intent.ts';
import type { AskedStep } from './intent-of.ts';
import { requestOf } from './intent-of.ts';

/** Intents of earlier runs that had no effect. */
export interface FormerIntents {
  /** Those to go on with, by the id of their step. */
  readonly wanted: ReadonlyMap<string, Intent>;
  /** Those that nobody wants any more. */
  readonly obsolete: readonly Intent[];
}

/** Tells which intents a plan asks for again, word for word. */
export function formerIntents(absent: readonly Intent[], steps: readonly AskedStep[]): FormerIntents {
  const requests = new Set(steps.map(requestOf));
  return {
    wanted: new Map(
      absent.filter(({ request }) => requests.has(request)).map((intent) => [intent.step.id, intent]),
    ),
    obsolete: absent.filter(({ request }) => !requests.has(request)),
  };
}
