import type { ExplainedPrice, HostExplanation } from '../model/order-explanation.ts';
import { columns } from './columns.ts';
import { computeExplanation } from './compute-explanation.ts';
import { price } from './price.ts';
import type { Section } from './service-explanation.ts';

const LEFT = ['left', 'left'] as const;

/** Tells how far an order is, from whom and where and for how much, and what is on the machine. */
export function hostExplanation(explanation: HostExplanation, full: boolean): Section[] {
  const { host, state, provider, region, regionWhy, fallback, price: cost, carries } = explanation;
  const next = fallback.length === 0 ? [] : [`where there is no room, ${fallback.join(', then ')}`];
  return [
    {
      title: `${host} is ${state === 'error' ? 'in error' : state}`,
      lines: columns(factsOf(explanation), LEFT),
    },
    {
      title: provider.name === null ? 'From nobody' : `From ${provider.name}`,
      lines: [
        provider.why,
        ...columns(
          provider.others.map((other) => [`not ${other.provider}`, other.reason]),
          LEFT,
        ),
      ],
    },
    { title: region === null ? 'In no region of ours' : `In ${region}`, lines: [regionWhy, ...next] },
    ...(cost ? [costSection(cost, explanation.profile)] : []),
    ...(carries ? computeExplanation(carries, full) : []),
  ];
}

function factsOf({ note, profile, workspace, machine, addresses, tasks }: HostExplanation): string[][] {
  const words = tasks.map(({ task, done }) => `${task} ${done ? 'done' : 'to do'}`);
  return [
    ...(note === null ? [] : [['note', note]]),
    ['profile', `${profile}, workspace ${workspace}`],
    ...(machine === null ? [] : [['machine', machine]]),
    ...(addresses.length > 0 ? [['addresses', addresses.join(', ')]] : []),
    ...(words.length > 0 ? [['tasks', words.join(', ')]] : []),
  ];
}

function costSection({ monthly, setup, currency, source, agreement, list }: ExplainedPrice, profile: string) {
  const once = setup > 0 ? `, ${price(setup, currency)} once` : '';
  const inList = `ComputeProfile/${profile} lists ${price(list, currency)}`;
  const why = {
    ordered: `as it was when it was ordered; today ${inList}`,
    agreement: `by BillingAgreement/${agreement}; ${inList}`,
    list: `the list price of ComputeProfile/${profile}, as nothing else is agreed`,
  };
  return { title: `For ${price(monthly, currency)}/month${once}`, lines: [why[source]] };
}
