import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { saidOfFleet } from './page-fleet.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A FirewallRule on one line that lets TCP in, unless its fields say otherwise. */
export function rule(name: string, fields: Fields): string {
  return manifest('FirewallRule', name, { action: 'ALLOW', protocol: 'tcp', ...fields });
}

/** A Compute on one line. */
export function machine(name: string, fields: Fields = {}): string {
  return manifest('Compute', name, { type: 'vm', provider: 'own', region: 'ber1', ...fields });
}

/** FirewallAssignments that give a compute some rules, on a line of their own each. */
export function held(compute: string, ...rules: readonly string[]): string[] {
  return rules.map((name) =>
    manifest('FirewallAssignment', `${name}-on-${compute}`, { rule: name, compute }),
  );
}

/** Addresses of a compute, on two lines each. */
export function addressed(compute: string, ...addresses: readonly string[]): string[] {
  return addresses.flatMap((address, nth) => [
    manifest('IPAddress', `${compute}-${nth}`, {
      address,
      type: /^(10\.|fd)/.test(address) ? 'private' : 'public',
    }),
    manifest('IPAssignment', `${compute}-${nth}`, { compute, ip: `${compute}-${nth}`, primary: true }),
  ]);
}

/** A manifest on one line. */
export function manifest(kind: string, name: string, spec: Fields): string {
  return JSON.stringify({ apiVersion: 'stowage/v1', kind, metadata: { name }, spec });
}

/** Settings that name controllers. */
export function controllers(...addresses: readonly string[]): string {
  const spec = JSON.stringify({ controller: { addresses } });
  return `apiVersion: stowage/v1\nkind: Project\nmetadata: { name: test }\nspec: ${spec}`;
}

/** What is said of manifests, in lines; the nth of those on one line stands on line 2n - 1, settings not counted. */
export function told(...manifests: readonly string[]): string {
  return saidOfFleet(manifests.map((text) => `${text}\n`).join('---\n'))
    .map(lines)
    .join('\n');
}

function lines({ severity, code, file, line, column, message, hint, related }: Diagnostic): string {
  return [
    `${severity} ${code}`,
    `${file}:${line}:${column} ${message}`,
    ...(hint === undefined ? [] : [`hint: ${hint}`]),
    ...related.map((other) => `${other.file}:${other.line}:${other.column} ${other.message}`),
  ].join('\n  ');
}
