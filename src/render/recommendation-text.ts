import type { Advice, RecommendedHosts } from '../model/advice.ts';
import { columns } from './columns.ts';
import { counted } from '../model/counted.ts';
import type { Paint } from './paint.ts';
import { costWords } from './cost-words.ts';
import { price } from './price.ts';

/** Writes a recommendation for a terminal: what to buy, what it costs, how good an answer it is, what is left over. */
export function recommendationText(advice: Advice, paint: Paint): string {
  const { fleet, waiting, ordered, recommendations, unplaced } = advice;
  const onOrder =
    ordered === 0
      ? ''
      : `, counting ${counted(ordered, 'host')} that ${ordered === 1 ? 'is' : 'are'} on order`;
  if (waiting === 0) return `${fleet}: everything fits${onOrder}, nothing to buy\n`;
  const helped = waiting - unplaced.length;
  const nothing = `${fleet}: nothing that can be bought helps the ${waitingFor(waiting)}${onOrder}\n`;
  const sections =
    recommendations.length === 0
      ? [nothing]
      : [
          `${paint('bold', `To place ${helped} of the ${waitingFor(waiting)}${onOrder}, buy`)}\n`,
          table(recommendations, advice.cost.currency, paint),
          `${paint('bold', 'Cost:')} ${costWords(advice.cost)}${spreadWords(advice)}\n${qualityWords(advice)}\n`,
        ];
  return [...sections, ...leftOver(advice, paint)].join('\n');
}

function table(hosts: readonly RecommendedHosts[], currency: string, paint: Paint): string {
  const rows = hosts.map(({ profile, provider, region, quantity, monthlyCost, setupCost, hosts: names }) => [
    `+ ${quantity} ×`,
    profile,
    `${provider} ${region}`,
    costWords({ monthly: monthlyCost, setup: setupCost, currency }),
    names.length === 1 ? (names[0] as string) : `${names[0]} … ${names.at(-1)}`,
  ]);
  return columns(rows, ['right', 'left', 'left', 'right', 'left'])
    .map((line) => `${paint('green', line)}\n`)
    .join('');
}

function waitingFor(instances: number): string {
  return counted(instances, 'instance that fits nowhere', 'instances that fit nowhere');
}

function spreadWords({ cost, horizon }: Advice): string {
  return cost.setup === 0 ? '' : ` (spread over ${counted(horizon, 'month')})`;
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
    paint('yellow', `! ${service}, ${counted(instances, 'instance')}: ${reason}`),
  );
  return [`${paint('bold', title)}\n${lines.join('\n')}\n`];
}
