import { describeResources } from '../model/describe-resources.ts';
import type { ProfileExplanation } from '../model/order-explanation.ts';
import { columns } from './columns.ts';
import { hostLines } from './host-lines.ts';
import { price } from './price.ts';
import type { Section } from './service-explanation.ts';

const LEFT = ['left', 'left', 'left'] as const;

/** Tells what a profile offers, what it costs whom, where workspaces order it, and who has it. */
export function profileExplanation(explanation: ProfileExplanation, full: boolean): Section[] {
  const { computeProfile, family, active, resources, regions, agreed, orderedFrom, hosts } = explanation;
  const { monthly, setup, currency } = explanation.price;
  const once = setup > 0 ? `, ${price(setup, currency)} once` : '';
  return [
    {
      title: `${computeProfile} ${active ? 'can be ordered' : 'can be ordered no more'}`,
      lines: [
        `${describeResources(resources)}, family ${family}`,
        regions.length > 0 ? `offered in ${regions.join(', ')}` : 'offered in every region of its provider',
      ],
    },
    {
      title: `For ${price(monthly, currency)}/month${once}`,
      lines: [
        'the list price',
        ...columns(
          agreed.map((one) => [
            `but ${price(one.monthly, currency)}/month`,
            `for organization ${one.organization}`,
            `by BillingAgreement/${one.agreement}`,
          ]),
          LEFT,
        ),
      ],
    },
    {
      title: 'Ordered from',
      lines: columns(
        orderedFrom.map(({ workspace, provider }) => [
          `workspace ${workspace}`,
          provider ?? `nobody: no provider of the family ${family} is open to it`,
        ]),
        LEFT,
      ),
    },
    { title: `Ordered by`, lines: hostLines(hosts, full) },
  ];
}
