import type { Allowance } from '../../../model/allowances.ts';
import { ALLOW, allowancesOf } from '../../../model/allowances.ts';
import type { Severity } from '../../../model/diagnostic.ts';
import type { Deviation } from '../../../model/drift.ts';
import type { Finding } from '../../../model/finding.ts';
import type { ListedCheck } from '../../../model/listed-check.ts';
import type { Manifest } from '../../../model/manifest.ts';
import { nearestName } from '../../../model/nearest-name.ts';

/** The checks there are, by id. */
type Catalogue = ReadonlyMap<string, Pick<ListedCheck, 'severity'>>;

/** A rule over what manifests allow. */
interface AllowanceCheck extends ListedCheck {
  run(manifests: readonly Manifest[], catalogue: Catalogue): Iterable<Finding>;
}

type Fault = Pick<Finding, 'message' | 'hint'>;

/** What `stowage drift` warns of is found at providers, by no check. */
const DRIFT: Readonly<Record<`drift.${Deviation['what']}`, Severity>> = {
  'drift.gone': 'warning',
  'drift.foreign': 'warning',
  'drift.changed': 'warning',
  'drift.orphan': 'warning',
};

/** A line of the annotation stowage/allow silences nothing, whatever there is to silence. */
export const allowUnknown: AllowanceCheck = {
  id: 'allow.unknown',
  severity: 'warning',
  *run(manifests, catalogue) {
    const severities = new Map(Object.entries(DRIFT));
    for (const [id, { severity }] of catalogue) severities.set(id, severity);
    for (const manifest of manifests) {
      const allowances = allowancesOf(manifest);
      if (allowances.length === 0) continue;
      const seen = new Set<string>();
      for (const allowance of allowances) {
        const fault = faultOf(allowance, severities, seen);
        if (fault) yield { manifest, pointer: `/metadata/annotations/${ALLOW.replace('/', '~1')}`, ...fault };
        if (allowance.id !== null) seen.add(allowance.id);
      }
    }
  },
  page: {
    meaning: `The annotation \`stowage/allow\` has a line that silences nothing: it names no check, or one that there is not, or an
error, which cannot be silenced; it gives no reason; or a line above allows the same. Whoever wrote it believes that somebody
decided on something, and the next reader does too.

Every warning that is meant to be so has a line \`<id>: <reason>\`, and the reason may go on below. The warnings of
\`stowage drift\`, such as \`drift.changed\`, are allowed alike.`,
    fails: example('contract.expire-soon'),
    passes: example('contract.expires-soon'),
  },
};

function faultOf(
  { id, reason }: Allowance,
  severities: ReadonlyMap<string, Severity>,
  seen: ReadonlySet<string>,
): Fault | null {
  if (id === null) {
    return {
      message: `“${reason}” names no check, so it silences nothing`,
      hint: 'write the id of a warning, a colon and the reason, each on a line of its own',
    };
  }
  const severity = severities.get(id) ?? (/^(schema|yaml)\./.test(id) ? 'error' : undefined);
  if (severity === undefined) {
    const near = nearestName(id, severities.keys());
    return {
      message: `there is no check named ${id}, so it silences nothing`,
      hint: near
        ? `did you mean ${near}?${severities.get(near) === 'error' ? ' That is an error, and cannot be allowed.' : ''}`
        : 'write the id that a warning is shown with, or delete the line',
    };
  }
  if (severity === 'error') {
    return {
      message: `${id} is an error, and only warnings can be allowed`,
      hint: 'delete the line, and mend what the error tells of where there is one',
    };
  }
  if (seen.has(id)) return { message: `${id} is allowed twice`, hint: 'keep one of the two lines' };
  if (reason !== '') return null;
  return {
    message: `${id} is allowed without a reason, so it is not silenced`,
    hint: `say why it is meant to be so: "${id}: the reason"`,
  };
}

function example(id: string): string {
  return `apiVersion: stowage/v1
kind: Compute
metadata:
  name: ber1-old-01
  annotations:
    stowage/allow: '${id}: it is to be given back in March'
spec:
  type: baremetal
  provider: hetzner
  region: fsn1
  billing: { monthlyCost: 39, contractEnd: '2099-03-31' }
`;
}
