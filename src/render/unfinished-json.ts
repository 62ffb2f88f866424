import { canonicalJson } from '../model/canonical-json.ts';
import type { Unfinished } from '../model/unfinished.ts';
import { FORMAT_VERSION } from './diagnostics-json.ts';

/** The document of schemas/output/unfinished.json. */
export function unfinishedJson(all: readonly Unfinished[]): string {
  const intents = all.map(({ intent, candidates, silent }) => {
    const { id, step, since, unresolved } = intent;
    const { id: name, verb, address, provider } = step;
    return { intent: id, step: name, verb, address, provider, since, unresolved, silent, candidates };
  });
  return `${canonicalJson({ formatVersion: FORMAT_VERSION, intents }, 2)}\n`;
}
