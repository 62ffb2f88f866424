import { addressOfManifest } from '../../../model/address.ts';
import type { Elsewhere, Finding } from '../../../model/finding.ts';
import type { Manifest } from '../../../model/manifest.ts';
import type { Check } from '../../kind.ts';
import type { Misplaced } from '../misplaced.ts';
import { misplaced } from '../misplaced.ts';

/** An address is given to a compute of another provider, or in another region. */
export const ipElsewhere: Check<'IPAssignment'> = {
  id: 'ip.elsewhere',
  severity: 'warning',
  *run(manifests, { graph }) {
    const all = misplaced(manifests, graph);
    const byEnd = new Map<Manifest, Misplaced[]>();
    for (const one of all) {
      for (const end of [one.compute, one.giver]) {
        const others = byEnd.get(end);
        if (others) others.push(one);
        else byEnd.set(end, [one]);
      }
    }
    const told = new Set<Misplaced>();
    // What several contradict is itself what is wrong.
    for (const [end, ones] of [...byEnd].sort(([, a], [, b]) => b.length - a.length)) {
      const left = ones.filter((one) => !told.has(one));
      const [first] = left;
      if (!first || left.length === 1) continue;
      left.forEach((one) => told.add(one));
      yield { manifest: end, pointer: `/spec/${first.field}`, ...said(first, left) };
    }
    for (const one of all) {
      const pointer = one.assignment.spec.ip === undefined ? '/spec/pool' : '/spec/ip';
      if (!told.has(one)) yield { manifest: one.assignment, pointer, ...said(one, [one]) };
    }
  },
  page: {
    meaning: `An IPAddress or IPPool says of which provider it is, or in which region, and the compute that gets the
address is of another, or elsewhere. Providers route an address to their own machines in one place, so it would lead
nowhere: the assignment names the wrong one, or one of the two says something wrong of itself. Where several assignments
contradict one and the same manifest, it is reported once, at that manifest. An address or a network that is good in
several places leaves \`provider\` and \`region\` out.`,
    fails: example('hel1'),
    passes: example('fsn1'),
  },
};

function said(
  { giver, compute, field }: Misplaced,
  all: readonly Misplaced[],
): Pick<Finding, 'message' | 'hint' | 'related'> {
  const more = all.length === 1 ? '' : `, and so it is with ${all.length - 1} more`;
  const where = field === 'region' ? 'in' : 'of';
  return {
    message: `${addressOfManifest(giver)} is ${where} ${giver.spec[field]}, and ${compute.metadata.name} ${where} ${compute.spec[field]}${more}`,
    hint: `correct the one that is wrong; what is good in several places leaves ${field} out`,
    related: all
      .flatMap((one): Elsewhere[] => [
        { manifest: one.giver, pointer: `/spec/${one.field}`, message: 'what gives the address' },
        { manifest: one.compute, pointer: `/spec/${one.field}`, message: 'the compute that gets it' },
      ])
      .filter(({ manifest }, at, ends) => ends.findIndex((end) => end.manifest === manifest) === at),
  };
}

function example(region: string): string {
  return `
apiVersion: stowage/v1
kind: Compute
metadata:
  name: fsn1-web-01
spec:
  type: vm
  provider: hetzner
  region: fsn1
---
apiVersion: stowage/v1
kind: IPPool
metadata:
  name: ${region}-private
spec:
  cidr: 10.20.0.0/24
  provider: hetzner
  region: ${region}
---
apiVersion: stowage/v1
kind: IPAssignment
metadata:
  name: fsn1-web-01-private
spec:
  compute: fsn1-web-01
  pool: ${region}-private
`;
}
