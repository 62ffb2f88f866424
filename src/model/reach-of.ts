import type { Graph } from './graph.ts';
import type { Manifest } from './manifest.ts';
import type { Reach } from './reach.ts';
import type { RecordedObject } from './recorded-object.ts';

/**
 * How a compute is reached over SSH: as its manifest says, else by its primary address; a Host by what is recorded of
 * it. Null where its host key or its address is not known: nobody is spoken to unless they prove who they are.
 */
export function reachOf(
  { metadata: { name }, spec }: Manifest<'Compute'>,
  graph: Graph,
  recorded: readonly RecordedObject[],
): Reach | null {
  const status = recorded.find(({ kind, key }) => kind === 'Host' && key === name)?.status;
  const addresses = Array.isArray(status?.['addresses']) ? (status['addresses'] as readonly string[]) : [];
  const hostKey = spec.ssh?.hostKey ?? status?.['hostKey'];
  const address = spec.ssh?.address ?? primaryAddress(name, graph) ?? addresses[0];
  if (typeof hostKey !== 'string' || address === undefined) return null;
  const { port, user } = spec.ssh ?? {};
  return {
    compute: name,
    address,
    hostKey,
    ...(port !== undefined && { port }),
    ...(user !== undefined && { user }),
  };
}

function primaryAddress(compute: string, graph: Graph): string | undefined {
  const ours = graph.all('IPAssignment').filter(({ spec }) => spec.compute === compute);
  const chosen = ours.find(({ spec }) => spec.primary) ?? ours[0];
  const ip = chosen?.spec.ip;
  return ip === undefined ? undefined : graph.get('IPAddress', ip)?.spec.address;
}
