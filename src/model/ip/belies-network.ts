import type { IpLiterals } from '../ip-literals.ts';

/**
 * Tells whether an address is of another family than the network that is to hold it: a mistake of its own, after which
 * nobody knows which family was meant.
 */
export function beliesNetwork({ address, network }: IpLiterals): boolean {
  return address !== null && network !== null && address.family !== network.family;
}
