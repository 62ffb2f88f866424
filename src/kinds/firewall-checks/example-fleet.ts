/** A Compute for the example of a page, and FirewallAssignments that give it rules; begins with `---`. */
export function exampleCompute(name: string, ...rules: readonly string[]): string {
  return `---
apiVersion: stowage/v1
kind: Compute
metadata:
  name: ${name}
spec:
  type: baremetal
  provider: own
  region: ber1
${rules.map((rule) => exampleAssignment(rule, name)).join('')}`;
}

/** A FirewallAssignment that gives a rule to a compute; begins with `---`. */
export function exampleAssignment(rule: string, compute: string): string {
  return `---
apiVersion: stowage/v1
kind: FirewallAssignment
metadata:
  name: ${rule}-on-${compute}
spec:
  rule: ${rule}
  compute: ${compute}
`;
}

/** An IPAddress of a compute and the IPAssignment that gives it; begins with `---`. */
export function exampleAddress(compute: string, address: string, type: 'public' | 'private'): string {
  const name = `${compute}-v${address.includes(':') ? 6 : 4}`;
  return `---
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: ${name}
spec:
  address: '${address}'
  type: ${type}
---
apiVersion: stowage/v1
kind: IPAssignment
metadata:
  name: ${name}
spec:
  compute: ${compute}
  ip: ${name}
  primary: true
`;
}

/** A FirewallRule; `fields` are lines of its spec, without their indent. Begins with `---`. */
export function exampleRule(name: string, ...fields: readonly string[]): string {
  return `---
apiVersion: stowage/v1
kind: FirewallRule
metadata:
  name: ${name}
spec:
${fields.map((field) => `  ${field}\n`).join('')}`;
}
