import type { Advice, RecommendedHosts } from '../model/advice.ts';
import { columns } from './columns.ts';
import { count } from './count.ts';
import type { Paint } from './paint.ts';
import { price } from './price.ts';

/** Writes a recommendation for a terminal: what to buy, what it costs, how good an answer it is, what is left over. */
export function recommendationText(advice: Advice, paint: Paint): string {
  const { fleet, waiting, ordered, recommendations, unplaced } = advice;
  const counted =
    ordered === 0 ? '' : `, counting ${count(ordered, 'host')} that ${ordered === 1 ? 'is' : 'are'} on order`;
  if (waiting === 0) return `${fleet}: everything fits${counted}, nothing to buy\n`;
  const helped = waiting - unplaced.length;
  const nothing = `${fleet}: nothing that can be bought helps the ${count(waiting, 'instance')} that fit nowhere${counted}\n`;
  const sections =
    recommendations.length === 0
      ? [nothing]
      : [
          `${paint('bold', `To place ${helped} of the ${count(waiting, 'instance')} that fit nowhere${counted}, buy`)}\n`,
          table(recommendations, advice.cost.currency, paint),
          `${paint('bold', 'Cost:')} ${costWords(advice)}\n${qualityWords(advice)}\n`,
        ];
  return [...sections, ...leftOver(advice, paint)].join('\n');
}

function table(hosts: readonly RecommendedHosts[], currency: string, paint: Paint): string {
  const rows = hosts.map(({ profile, provider, region, quantity, monthlyCost, hosts: names }) => [
    `+ ${quantity} ×`,
    profile,
    `${provider} ${region}`,
    `${price(monthlyCost, currency)}/month`,
    names.length === 1 ? (names[0] as string) : `${names[0]} … ${names.at(-1)}`,
  ]);
  return columns(rows, ['right', 'left', 'left', 'right', 'left'])
    .map((line) => `${paint('green', line)}\n`)
    .join('');
}

function costWords({ cost, horizon }: Advice): string {
  const { monthly, setup, currency } = cost;
  const once =
    setup === 0 ? '' : `, and ${price(setup, currency)} once (spread over ${count(horizon, 'month')})`;
  return `${price(monthly, currency)}/month${once}`;
}

function qualityWords({ lowerBound, gap, stopped, cost }: Advice): string {
  const cut = stopped ? ' The search was cut short: more time may find cheaper hosts.' : '';
  if (gap === 0) return `Nothing cheaper does it.${cut}`;
  if (lowerBound === 0) return `How much cheaper it could be is not known.${cut}`;
  const share = `${Math.max(0.1, Math.round(gap * 1000) / 10)} %`;
  return `Nothing below ${price(lowerBound, cost.currency)}/month does it: this is at most ${share} above the best there is.${cut}`;
}

function leftOver({ unplaced, recommendations }: Advice, paint: Paint): string[] {
  if (unplaced.length === 0) return [];
  const services = new Map<string, { instances: number; reason: string }>();
  for (const { service, reason } of unplaced) {
    const known = services.get(service);
    services.set(service, { instances: (known?.instances ?? 0) + 1, reason });
  }
  const title = recommendations.length === 0 ? 'Fit nowhere' : 'Still fit nowhere';
  const lines = [...services].map(([service, { instances, reason }]) =>
    paint('yellow', `! ${service}, ${count(instances, 'instance')}: ${reason}`),
  );
  return [`${paint('bold', title)}\n${lines.join('\n')}\n`];
}
