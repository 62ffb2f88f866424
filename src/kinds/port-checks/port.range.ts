import type { Manifest } from '../../model/manifest.ts';
import type { PortAssignmentSpec } from '../../model/spec/port-assignment.ts';
import type { ServiceSpec } from '../../model/spec/service.ts';
import type { Check } from '../kind.ts';
import { isPort } from './is-port.ts';

/** A port is no number from 1 to 65535. */
export const portRange: Check<'PortAssignment' | 'Service'> = {
  id: 'port.range',
  severity: 'error',
  *run(manifests) {
    for (const manifest of manifests) {
      for (const { pointer, port } of portsIn(manifest)) {
        if (isPort(port)) continue;
        yield {
          manifest,
          pointer,
          message: `${port} is no port: ports are 1 to 65535`,
          hint: 'write the number that the service listens on, or is to be reached at',
        };
      }
    }
  },
  page: {
    meaning: `TCP and UDP number their ports from 1 to 65535; 0 means "any" to some programs and nothing to others. This
holds for the outer and the inner port of a PortAssignment and for the ports of a Service. The schema asks only for a
whole number, so that there is this one answer to a port that does not exist.`,
    fails: example(70_443),
    passes: example(443),
  },
};

function portsIn({ spec }: Manifest<'PortAssignment' | 'Service'>): { pointer: string; port: number }[] {
  const { port, servicePort, ports = [] } = spec as Partial<PortAssignmentSpec & ServiceSpec>;
  return [
    ...(port === undefined ? [] : [{ pointer: '/spec/port', port }]),
    ...(typeof servicePort === 'number' ? [{ pointer: '/spec/servicePort', port: servicePort }] : []),
    ...ports.map((own, at) => ({ pointer: `/spec/ports/${at}/port`, port: own.port })),
  ];
}

function example(port: number): string {
  return `apiVersion: stowage/v1
kind: Service
metadata:
  name: web
spec:
  replicas: 0
  resources:
    min:
      cores: 1
  ports:
    - name: https
      port: ${port}
`;
}
