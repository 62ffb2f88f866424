// Generated from hetzner-robot.openapi.json by scripts/provider-types.mjs: what our client uses of it.

export interface Server {
  server_ip?: string;
  server_ipv6_net?: string;
  server_number?: number;
  server_name?: string;
  product?: string;
  dc?: string;
  status?: string;
  cancelled?: boolean;
}

export interface Transaction {
  id?: string;
  date?: string;
  status?: 'ready' | 'in process' | 'cancelled';
  server_number?: number | null;
  server_ip?: string | null;
  authorized_key?: {
    key?: {
      name?: string;
      fingerprint?: string;
      type?: string;
    };
  }[];
  product?: {
    [k: string]: unknown;
  };
}

export interface Cancellation {
  earliest_cancellation_date?: string;
  cancelled?: boolean;
  reservation_possible?: boolean;
  cancellation_date?: unknown;
}

export interface Key {
  name?: string;
  fingerprint?: string;
  type?: string;
  data?: string;
}

export interface ResetOptions {
  type?: string[];
}
