import { exampleExposure, exampleOwner, examplePort } from '../../port-checks/example-exposure.ts';
import { isPort } from '../../port-checks/is-port.ts';
import type { Check } from '../../kind.ts';

/** A port leads to a number at which its service does not listen. */
export const portServiceNumber: Check<'PortAssignment'> = {
  id: 'port.service-number',
  severity: 'warning',
  *run(manifests, { graph }) {
    const told = new Set<string>();
    for (const manifest of manifests) {
      const { service: name, servicePort } = manifest.spec;
      const service = graph.get('Service', name);
      const ports = service?.spec.ports ?? [];
      if (!service || ports.length === 0 || typeof servicePort !== 'number' || !isPort(servicePort)) continue;
      if (ports.some(({ port }) => port === servicePort) || told.has(`${name} ${servicePort}`)) continue;
      told.add(`${name} ${servicePort}`);
      const numbers = [...new Set(ports.map(({ port }) => port))].join(', ');
      yield {
        manifest,
        pointer: '/spec/servicePort',
        message: `${name} does not listen on ${servicePort}: its ports are ${numbers}`,
        hint: 'write one of them, or the name of one; or add the port to the service',
        related: [{ manifest: service, pointer: '/spec/ports', message: 'the ports of the service' }],
      };
    }
  },
  page: {
    meaning: `\`servicePort\` is a number, the service lists the ports that its instances listen on, and the number is none of
them: it is mistyped, or the service has moved to another port, and what comes in finds nobody. A service that lists no
ports is not asked. Several PortAssignments that lead to the same missing number are one warning, at the first.`,
    fails: example(8434),
    passes: example(8443),
  },
};

function example(number: number): string {
  return exampleExposure(
    exampleOwner('fsn1-web-01'),
    examplePort('web-https', 'web', 'port: 443', `servicePort: ${number}`),
  );
}
