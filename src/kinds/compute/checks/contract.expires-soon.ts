import type { Check } from '../../kind.ts';

const NOTICE_DAYS = 60;
const MS_PER_DAY = 24 * 60 * 60 * 1000;

/** A contract ends within 60 days, or has ended. */
export const contractExpiresSoon: Check<'Compute'> = {
  id: 'contract.expires-soon',
  severity: 'warning',
  *run(manifests, { today }) {
    for (const manifest of manifests) {
      const end = manifest.spec.billing?.contractEnd;
      if (end === undefined) continue;
      const days = Math.round((Date.parse(end) - Date.parse(today)) / MS_PER_DAY);
      if (days > NOTICE_DAYS) continue;
      yield {
        manifest,
        pointer: '/spec/billing/contractEnd',
        message: `the contract ${days < 0 ? 'ended' : 'ends'} on ${end}, ${distance(days)}`,
        hint: 'renew it and set contractEnd to its new end, or move its services and give the machine back',
      };
    }
  },
  page: {
    meaning: `The contract of a machine ends within 60 days of the day the check runs, or has ended. What runs there needs another
place by then, and terms of notice are often a month: it is time to renew, or to move its services and give it back.`,
    fails: `apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-db-01 }
spec:
  type: baremetal
  provider: own
  region: berlin
  billing:
    monthlyCost: 189
    contractEnd: 2026-02-28
`,
    passes: `apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-db-01 }
spec:
  type: baremetal
  provider: own
  region: berlin
  billing:
    monthlyCost: 189
    contractEnd: 2028-02-29
`,
  },
};

function distance(days: number): string {
  if (days === 0) return 'today';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days < 0 ? `${count} ago` : `in ${count}`;
}
