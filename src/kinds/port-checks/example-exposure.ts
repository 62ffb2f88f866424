/** A Service on one Compute that has an address, and whatever else is given: the example of a page. */
export function exampleExposure(...more: readonly string[]): string {
  return `apiVersion: stowage/v1
kind: Compute
metadata:
  name: fsn1-web-01
spec:
  type: baremetal
  provider: own
  region: ber1
---
apiVersion: stowage/v1
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
  name: fsn1-web-01-cpu
spec:
  component: amd-epyc-7302p
  computes: [fsn1-web-01]
---
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-web-01-v4
spec:
  address: 49.12.8.10
  type: public
---
${exampleService('web', 8443)}${more.join('')}`;
}

/** A Service that needs one core and listens on one port. */
export function exampleService(name: string, port: number): string {
  return `apiVersion: stowage/v1
kind: Service
metadata:
  name: ${name}
spec:
  resources:
    min:
      cores: 1
  ports:
    - name: main
      port: ${port}
`;
}

/** Gives the address to a Compute; begins with `---`. */
export function exampleOwner(compute: string): string {
  return `---
apiVersion: stowage/v1
kind: IPAssignment
metadata:
  name: fsn1-web-01-v4
spec:
  compute: ${compute}
  ip: fsn1-web-01-v4
  primary: true
`;
}

/** A PortAssignment at the address; `fields` are lines of its spec. Begins with `---`. */
export function examplePort(name: string, service: string, ...fields: readonly string[]): string {
  return `---
apiVersion: stowage/v1
kind: PortAssignment
metadata:
  name: ${name}
spec:
  service: ${service}
  ip: fsn1-web-01-v4
${fields.map((field) => `  ${field}\n`).join('')}`;
}
