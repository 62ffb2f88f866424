import { describeFigure } from '../../../model/describe-resources.ts';
import type { Amounts, HostCharge } from '../../../model/host-charge.ts';
import { hostCharges } from '../../../model/host-charge.ts';
import type { ListedCheck } from '../../../model/listed-check.ts';
import type { Limits } from '../../../model/spec/definitions.ts';
import type { Guard } from '../guard.ts';

/** The hosts of an organization, or of a workspace, would add up to more than its limits. */
export const limitExceeded: Guard & ListedCheck = {
  name: 'limit.exceeded',
  id: 'limit.exceeded',
  severity: 'error',
  objection({ graph, steps, project }) {
    const ordered = new Set(
      steps.flatMap(({ verb, order }) => (verb === 'create' && order ? [order.name] : [])),
    );
    if (ordered.size === 0) return null;
    const charges = hostCharges(graph);
    const owners = [
      ...graph.all('Organization').map(({ metadata, spec }) => ({
        owner: `organization ${metadata.name}`,
        limits: spec.limits,
        mine: charges.filter(({ organization }) => organization === metadata.name),
      })),
      ...graph.all('Workspace').map(({ metadata, spec }) => ({
        owner: `workspace ${metadata.name}`,
        limits: spec.limits,
        mine: charges.filter(({ host }) => host.spec.workspace === metadata.name),
      })),
    ];
    const said = owners
      // Nobody is kept from what stands already.
      .filter(({ mine }) => mine.some(({ host }) => ordered.has(host.metadata.name)))
      .flatMap(({ owner, limits, mine }) => excesses(owner, limits, mine, project.spec.currency));
    return said.length === 0 ? null : said.join('; ');
  },
  page: {
    meaning:
      'An `Organization` and a `Workspace` may limit what their hosts add up to: `hosts`, `cores`, `memory` in MB, `monthlyCost`. A plan that orders beyond a limit says which and by how much, and exits with 4. What stands already is never taken away. It is a guard: whoever may can accept it for one plan with `--approve limit.exceeded=DIGEST`.',
    fails: `apiVersion: stowage/v1
kind: Organization
metadata: { name: acme }
spec: { limits: { cores: 2 } }
---
apiVersion: stowage/v1
kind: Workspace
metadata: { name: prod }
spec: { organization: acme }
---
apiVersion: stowage/v1
kind: ComputeProvider
metadata: { name: hcloud-prod }
spec: { family: hetzner-cloud, organization: acme }
---
apiVersion: stowage/v1
kind: ComputeProfile
metadata: { name: cpx31 }
spec:
  family: hetzner-cloud
  resources: { cores: 4, memory: 8192, nvme: 160 }
  price: { monthly: 13.1 }
---
apiVersion: stowage/v1
kind: Host
metadata: { name: web-01 }
spec: { workspace: prod, profile: cpx31, region: fsn1 }
`,
    passes: `apiVersion: stowage/v1
kind: Organization
metadata: { name: acme }
spec: { limits: { cores: 4 } }
---
apiVersion: stowage/v1
kind: Workspace
metadata: { name: prod }
spec: { organization: acme }
---
apiVersion: stowage/v1
kind: ComputeProvider
metadata: { name: hcloud-prod }
spec: { family: hetzner-cloud, organization: acme }
---
apiVersion: stowage/v1
kind: ComputeProfile
metadata: { name: cpx31 }
spec:
  family: hetzner-cloud
  resources: { cores: 4, memory: 8192, nvme: 160 }
  price: { monthly: 13.1 }
---
apiVersion: stowage/v1
kind: Host
metadata: { name: web-01 }
spec: { workspace: prod, profile: cpx31, region: fsn1 }
`,
  },
};

const WORDS: Readonly<Record<keyof Limits, (amount: number, currency: string) => string>> = {
  hosts: (amount) => `${amount} ${amount === 1 ? 'host' : 'hosts'}`,
  cores: (amount) => `${describeFigure('cores', amount)} ${amount === 1 ? 'core' : 'cores'}`,
  memory: (amount) => `${describeFigure('memory', amount)} memory`,
  monthlyCost: (amount, currency) => `${amount.toFixed(2)} ${currency} a month`,
};

function excesses(
  owner: string,
  limits: Limits = {},
  mine: readonly HostCharge[],
  currency: string,
): string[] {
  return (Object.keys(WORDS) as (keyof Amounts)[]).flatMap((name) => {
    const limit = limits[name];
    const total = mine.reduce((sum, { amounts }) => sum + amounts[name], 0);
    if (limit === undefined || total <= limit + 1e-9) return [];
    const words = (amount: number): string => WORDS[name](amount, currency);
    return [`${owner} would have ${words(total)}, ${words(total - limit)} over its limit of ${words(limit)}`];
  });
}
