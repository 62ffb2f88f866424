/*
 * What the Robot webservice answers, as far as our client uses it. Written by hand: the document there is leaves the
 * shapes of products and of the rescue system open, and calls every field of the others optional.
 */

/** A key as others refer to it; the fingerprint is MD5, `15:28:b0:…`. */
export interface KeyReference {
  readonly name?: string;
  readonly fingerprint: string;
  readonly type?: string;
}

export interface Key extends KeyReference {
  readonly name: string;
  /** As OpenSSH writes it. */
  readonly data: string;
}

/** An order, for 30 days. */
export interface Transaction {
  readonly id: string;
  readonly date: string;
  readonly status: 'in process' | 'ready' | 'cancelled';
  readonly server_number: number | null;
  readonly server_ip: string | null;
  readonly authorized_key?: readonly { readonly key: KeyReference }[];
  readonly product?: { readonly id?: string; readonly location?: string | null };
}

export interface Server {
  /** Null where it has IPv6 only. */
  readonly server_ip: string | null;
  /** The first address of its /64; null where it has none. */
  readonly server_ipv6_net: string | null;
  readonly server_number: number;
  readonly server_name: string;
  readonly product: string;
  /** Such as `FSN1-DC14`. */
  readonly dc: string;
  readonly status: 'ready' | 'in process';
  readonly cancelled: boolean;
}

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

export interface Cancellation {
  readonly earliest_cancellation_date: string;
  readonly cancelled: boolean;
  readonly reservation_possible: boolean;
  readonly cancellation_date: string | null;
}

export interface Rescue {
  readonly active: boolean;
  readonly authorized_key?: readonly { readonly key: KeyReference }[];
  /** Of the system that will be started, or was. */
  readonly host_key?: readonly { readonly key: KeyReference }[];
}

export interface ResetOptions {
  /** Such as `sw`, `hw`, `man`. */
  readonly type: readonly string[];
}
