import { pointedAt } from '../../../model/json-pointer.ts';
import type { Check } from '../../kind.ts';
import { addressFault, cidrFault } from '../ip-fault.ts';

const FIELDS = [
  { field: '/spec/address', faultOf: addressFault },
  { field: '/spec/cidr', faultOf: cidrFault },
  { field: '/spec/gateway', faultOf: addressFault },
  { field: '/spec/dnsServers/*', faultOf: addressFault },
];

/** An address is no strict literal: leading zeros, zone ids and IPv4 inside IPv6 are refused. */
export const ipSyntax: Check<'IPAddress'> = {
  id: 'ip.syntax',
  severity: 'error',
  *run(manifests) {
    for (const manifest of manifests) {
      for (const { field, faultOf } of FIELDS) {
        for (const { pointer, value } of pointedAt(manifest, field)) {
          const fault = faultOf(value as string);
          if (fault) yield { manifest, pointer, ...fault };
        }
      }
    }
  },
};
