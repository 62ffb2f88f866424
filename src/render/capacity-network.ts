import type { ComputeReport } from '../model/capacity-report.ts';
import type { CapacitySection } from './capacity-section.ts';
import { firewallSection } from './firewall-section.ts';

/** Arranges how a compute is reached, what its firewall lets pass, and what happened to it. */
export function capacityNetwork(report: ComputeReport): CapacitySection[] {
  const { addresses, dns, ports, journal } = report;
  return [
    {
      title: 'Addresses',
      head: ['address', 'what it is'],
      aligns: ['left', 'left'],
      rows: addresses.map(({ address, pool, type, primary }) => [
        address ?? `next of ${pool}`,
        [
          ...(type === null ? [] : [type]),
          ...(pool === null ? [] : [`of ${pool}`]),
          ...(primary ? ['primary'] : []),
        ].join(', '),
      ]),
    },
    {
      title: 'DNS names',
      head: ['name', 'type', 'address'],
      aligns: ['left', 'left', 'left'],
      rows: dns.map(({ name, type, address }) => [name, type, address]),
    },
    {
      title: 'Ports',
      head: ['port', 'address', 'leads to'],
      aligns: ['left', 'left', 'left'],
      rows: ports.map(({ port, protocol, address, service, servicePort }) => [
        `${protocol} ${port}`,
        address,
        `${service}:${servicePort}`,
      ]),
    },
    firewallSection(report),
    {
      title: 'Journal',
      head: ['when', 'category', 'what', 'who'],
      aligns: ['left', 'left', 'left', 'left'],
      rows: journal.map(({ timestamp, category, subject, author }) => [
        timestamp.replace('T', ' ').replace(/:\d\d(\.\d+)?Z$/, ''),
        category,
        subject,
        author.name,
      ]),
    },
  ];
}
