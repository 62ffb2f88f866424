/** A service that may only run on fsn1-web-01, exposed at the address of a compute: that one, or fsn1-web-02. */
export function exposedService(owner: string): string {
  const computes = ['fsn1-web-01', 'fsn1-web-02'].map(
    (name) => `apiVersion: stowage/v1
kind: Compute
metadata:
  name: ${name}
spec:
  type: baremetal
  provider: own
  region: ber1
---
`,
  );
  return `${computes.join('')}apiVersion: stowage/v1
kind: Component
metadata:
  name: amd-epyc-7302p
spec:
  type: cpu
  manufacturer: AMD
  model: EPYC 7302P
  specs:
    cores: 16
    threads: 32
    ghz: 3
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata:
  name: cpus
spec:
  component: amd-epyc-7302p
  computes: [fsn1-web-01, fsn1-web-02]
---
apiVersion: stowage/v1
kind: Service
metadata:
  name: web
spec:
  resources:
    min:
      cores: 1
  placement:
    affinity:
      - matchLabels:
          stowage/name: fsn1-web-01
---
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: web-v4
spec:
  address: 49.12.8.10
  type: public
---
apiVersion: stowage/v1
kind: IPAssignment
metadata:
  name: web-v4
spec:
  compute: ${owner}
  ip: web-v4
  primary: true
---
apiVersion: stowage/v1
kind: PortAssignment
metadata:
  name: web-https
spec:
  service: web
  ip: web-v4
  port: 443
  servicePort: 8443
`;
}
