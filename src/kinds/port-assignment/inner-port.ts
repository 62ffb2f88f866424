import type { Graph } from '../../model/graph.ts';
import type { PortAssignmentSpec } from '../../model/spec/port-assignment.ts';

/** The number of the port at which a service is reached; undefined where it has no port of the name given. */
export function innerPort(
  { service, port, servicePort }: PortAssignmentSpec,
  graph: Graph,
): number | undefined {
  if (typeof servicePort !== 'string') return servicePort ?? port;
  const ports = graph.get('Service', service)?.spec.ports ?? [];
  return ports.find(({ name }) => name === servicePort)?.port;
}
