import type { DnsLine, PortLine } from './capacity-report.ts';

/** Whose an IPAddress is, and what leads to it. */
export interface AddressExplanation {
  readonly ipAddress: string;
  readonly address: string;
  readonly type: 'public' | 'private';
  /** Where it comes from: a manifest, or the provider of a Host. */
  readonly origin: string;
  /** What its manifest says, but that one with an IPAssignment is assigned. */
  readonly state: string;
  /** Null where nothing gives it to one. */
  readonly compute: string | null;
  /** The IPAssignment that does. */
  readonly assignment: string | null;
  readonly primary: boolean;
  readonly dns: readonly DnsLine[];
  readonly ports: readonly PortLine[];
}
