import type { Finding } from '../../../model/finding.ts';
import type { Graph } from '../../../model/graph.ts';
import type { Manifest } from '../../../model/manifest.ts';
import { nearestName } from '../../../model/nearest-name.ts';
import type { Check } from '../../kind.ts';
import { exampleExposure, exampleOwner, examplePort } from '../../port-checks/example-exposure.ts';

/** A port leads to one by name that its service does not have. */
export const portServicePort: Check<'PortAssignment'> = {
  id: 'port.service-port',
  severity: 'error',
  *run(manifests, { graph }) {
    const missing = new Map<string, [Manifest<'PortAssignment'>, ...Manifest<'PortAssignment'>[]]>();
    for (const manifest of manifests) {
      const { service, servicePort } = manifest.spec;
      const ports = graph.get('Service', service)?.spec.ports ?? [];
      if (typeof servicePort !== 'string' || !graph.get('Service', service)) continue;
      if (ports.some(({ name }) => name === servicePort)) continue;
      const key = `${service} ${servicePort}`;
      const others = missing.get(key);
      if (others) others.push(manifest);
      else missing.set(key, [manifest]);
    }
    for (const all of missing.values()) yield told(all, graph);
  },
  page: {
    meaning: `\`servicePort\` names one of the ports of the service, and the service has none of that name: the name is
misspelt, or the port was renamed there. So nobody knows where the traffic is to go. Several PortAssignments that name
the same missing port are one error, and all of them are shown.`,
    fails: example('mian'),
    passes: example('main'),
  },
};

function told(
  [first, ...others]: readonly [Manifest<'PortAssignment'>, ...Manifest<'PortAssignment'>[]],
  graph: Graph,
): Finding {
  const { service: name, servicePort } = first.spec;
  const service = graph.get('Service', name);
  const names = (service?.spec.ports ?? []).flatMap((port) => port.name ?? []);
  const near = nearestName(String(servicePort), names);
  const has = names.length === 0 ? 'it has no named ports' : `its ports are ${names.join(', ')}`;
  return {
    manifest: first,
    pointer: '/spec/servicePort',
    message: `${name} has no port named ${servicePort}`,
    hint: near ? `did you mean ${near}?` : `${has}: write one of them, or the number`,
    related: [
      ...(service
        ? [{ manifest: service, pointer: '/spec/ports', message: 'the ports of the service' }]
        : []),
      ...others.map((manifest) => ({ manifest, pointer: '/spec/servicePort', message: 'named here too' })),
    ],
  };
}

function example(name: string): string {
  return exampleExposure(
    exampleOwner('fsn1-web-01'),
    examplePort('web-https', 'web', 'port: 443', `servicePort: ${name}`),
  );
}
