import type { AddressExplanation } from '../model/address-explanation.ts';
import { columns } from './columns.ts';
import { folded } from './folded.ts';
import type { Section } from './service-explanation.ts';

const LEFT = ['left', 'left'] as const;

/** Tells whose an address is, and which names and ports lead to it. */
export function addressExplanation(explanation: AddressExplanation, full: boolean): Section[] {
  const { address, type, origin, state, compute, assignment, primary, dns, ports } = explanation;
  const rank = primary ? ', as its primary address' : '';
  const use =
    compute === null
      ? 'no IPAssignment gives it to a compute'
      : `IPAssignment/${assignment} gives it to ${compute}${rank}`;
  return [
    { title: `${address} is ${state}`, lines: [use, `${type}; ${origin}`] },
    {
      title: 'Names that lead to it',
      lines: folded(
        columns(
          dns.map(({ name, type: record }) => [name, record]),
          LEFT,
        ),
        full,
      ),
    },
    {
      title: 'Ports',
      lines: folded(
        columns(
          ports.map(({ port, protocol, service, servicePort }) => [
            `${port}/${protocol}`,
            `${service}, port ${servicePort}`,
          ]),
          LEFT,
        ),
        full,
      ),
    },
  ];
}
