import type { Graph } from '../../model/graph.ts';
import type { Intent } from '../../model/intent.ts';
import type { Claims } from '../../model/providers-for.ts';
import type { RecordedObject } from '../../model/recorded-object.ts';

/** Everything an explanation of an order follows from. */
export interface OrderRecords {
  readonly graph: Graph;
  readonly objects: readonly RecordedObject[];
  readonly intents: readonly Intent[];
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
}

/** What is recorded of a Host. */
export function recordedHost({ objects }: OrderRecords, name: string): RecordedObject | undefined {
  return objects.find(({ kind, key }) => kind === 'Host' && key === name);
}

/** Which organizations have claimed providers of the free pool. */
export function recordedClaims({ objects }: OrderRecords): Claims {
  return new Map(
    objects.flatMap(({ kind, key, status: { organization } }) =>
      kind === 'ComputeProvider' && typeof organization === 'string' ? [[key, organization] as const] : [],
    ),
  );
}
