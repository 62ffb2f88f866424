import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

const fleet = (ports: string, servicePort: string): string => `
apiVersion: stowage/v1
kind: Compute
metadata: { name: web-01 }
spec: { type: vm, provider: own, region: ber1 }
---
apiVersion: stowage/v1
kind: IPAddress
metadata: { name: v4 }
spec: { address: 159.69.84.23, type: public }
---
apiVersion: stowage/v1
kind: IPAssignment
metadata: { name: v4 }
spec: { compute: web-01, ip: v4 }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: web }
spec: { replicas: 0, resources: { min: {} }, ports: [${ports}] }
---
apiVersion: stowage/v1
kind: PortAssignment
metadata: { name: https }
spec: { service: web, ip: v4, port: 443${servicePort} }
`;

describe('port.service-number: a port leads to one that the service listens on', () => {
  test('another number is a warning that says which there are', () => {
    expect(diagnose(fleet('{ port: 8443 }, { port: 8080 }', ', servicePort: 8434'))).toEqual([
      expect.objectContaining({
        code: 'port.service-number',
        severity: 'warning',
        pointer: '/spec/servicePort',
        message: 'web does not listen on 8434: its ports are 8443, 8080',
      }),
    ]);
  });

  test.each([
    ['a number of the service', '{ port: 8443 }', ', servicePort: 8443'],
    ['a service that lists no ports', '', ', servicePort: 8434'],
    ['no number of its own', '{ port: 8443 }', ''],
  ])('%s passes', (_what, ports, servicePort) => {
    expect(diagnose(fleet(ports, servicePort))).toEqual([]);
  });
});
