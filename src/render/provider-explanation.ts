import type { ProviderExplanation } from '../model/order-explanation.ts';
import { hostLines } from './host-lines.ts';
import type { Section } from './service-explanation.ts';

/** Tells whose a provider is, who may order from it, and what stands there. */
export function providerExplanation(explanation: ProviderExplanation, full: boolean): Section[] {
  const { computeProvider, family, organization, why, workspaces, region, hosts } = explanation;
  const owner = organization === null ? "is nobody's yet" : `belongs to organization ${organization}`;
  return [
    {
      title: `${computeProvider} ${owner}`,
      lines: [
        why,
        `family ${family}`,
        ...(region === null ? [] : [`hosts that name no region are ordered in ${region}`]),
      ],
    },
    {
      title: 'Open to',
      lines: workspaces.length > 0 ? workspaces.map((name) => `workspace ${name}`) : ['no workspace'],
    },
    { title: 'Its hosts', lines: hostLines(hosts, full) },
  ];
}
