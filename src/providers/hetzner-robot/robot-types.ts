import type * as Api from './api-types.ts';
import type { Corrected } from './corrected.ts';

/*
 * What the Robot webservice answers, as far as our client uses it: what its document describes, with what that leaves
 * open. It calls every field optional, though what stands below without a mark is always there, and some of what may be
 * null it does not say to be. Of products and of the rescue system it describes no field, so they are written by hand.
 */

type ApiKeyReference = NonNullable<NonNullable<Api.Transaction['authorized_key']>[number]['key']>;

/** A key as others refer to it; the fingerprint is MD5, `15:28:b0:…`. */
export type KeyReference = Corrected<ApiKeyReference, { readonly name?: string; readonly type?: string }>;

/** Its `data` are as OpenSSH writes it. */
export type Key = Corrected<Api.Key, { readonly type?: string }>;

/** An order, for 30 days. */
export type Transaction = Corrected<
  Api.Transaction,
  {
    readonly authorized_key?: readonly { readonly key: KeyReference }[];
    readonly product?: { readonly id?: string; readonly location?: string | null };
  }
>;

/** Its place, `dc`, is such as `FSN1-DC14`. */
export type Server = Corrected<
  Api.Server,
  {
    /** Null where it has IPv6 only. */
    readonly server_ip: string | null;
    /** The first address of its /64; null where it has none. */
    readonly server_ipv6_net: string | null;
    readonly status: 'ready' | 'in process';
  }
>;

export type Cancellation = Corrected<Api.Cancellation, { readonly cancellation_date: string | null }>;

/** Its types are such as `sw`, `hw`, `man`. */
export type ResetOptions = Corrected<Api.ResetOptions, object>;

/** Decimal, in euros. */
interface Amount {
  readonly net: string;
}

/** What something costs in a place; null stands for every place. */
export interface PlacePrice {
  readonly location: string | null;
  readonly price: Amount;
  readonly price_setup: Amount;
}

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly dist?: readonly string[];
  readonly lang?: readonly string[];
  /** Where it can be ordered. */
  readonly location?: readonly string[];
  readonly prices: readonly PlacePrice[];
  readonly orderable_addons?: readonly {
    readonly id: string;
    readonly min?: number;
    readonly prices: readonly PlacePrice[];
  }[];
}

export interface Rescue {
  readonly active: boolean;
  readonly authorized_key?: readonly { readonly key: KeyReference }[];
  /** Of the system that will be started, or was. */
  readonly host_key?: readonly { readonly key: KeyReference }[];
}
