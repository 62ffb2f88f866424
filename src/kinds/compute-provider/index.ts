import { defineKind } from '../kind.ts';
import { credentialPlaintext } from './checks/credential.plaintext.ts';

export const computeProvider = defineKind({
  name: 'ComputeProvider',
  category: 'hardware',
  summary: ({ family, organization, region }) =>
    [
      family,
      organization === undefined ? 'in the free pool' : `of ${organization}`,
      ...(region === undefined ? [] : [region]),
    ].join(', '),
  concerns: () => [],
  checks: [credentialPlaintext],
});
