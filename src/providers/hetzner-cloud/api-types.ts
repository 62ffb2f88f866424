// Generated from hetzner-cloud.openapi.json by scripts/provider-types.mjs: what our client uses of it.

export interface Action {
  id: number;
  command: string;
  status: 'running' | 'success' | 'error';
  error: {
    code: string;
    message: string;
  } | null;
}

export interface ServerType {
  id: number;
  name: string;
  cores: number;
  memory: number;
  disk: number;
  prices: {
    location: string;
    price_monthly: {
      net: string;
      gross: string;
    };
  }[];
  architecture: 'x86' | 'arm';
  locations: {
    id: number;
    name: string;
    deprecation: {
      unavailable_after: string;
      announced: string;
    } | null;
    recommended: boolean;
    available: boolean;
  }[];
}

export interface Image {
  id: number;
  type: 'system' | 'app' | 'snapshot' | 'backup';
  status: 'available' | 'creating' | 'unavailable';
  name: string | null;
  deprecated: string | null;
  architecture: 'x86' | 'arm';
}

export interface Location {
  id: number;
  name: string;
}

export interface Server {
  id: number;
  name: string;
  status:
    | 'running'
    | 'initializing'
    | 'starting'
    | 'stopping'
    | 'off'
    | 'deleting'
    | 'migrating'
    | 'rebuilding'
    | 'unknown';
  created: string;
  public_net: {
    ipv4: {
      id?: number;
      ip: string;
      blocked: boolean;
      dns_ptr: string;
    } | null;
    ipv6: {
      id?: number;
      ip: string;
      blocked: boolean;
      dns_ptr:
        | {
            ip: string;
            dns_ptr: string;
          }[]
        | null;
    } | null;
  };
  server_type: ServerType;
  location: Location;
  image: Image | null;
  locked: boolean;
  protection: {
    delete: boolean;
    rebuild: boolean;
  };
  labels: {
    [k: string]: string;
  };
  volumes?: number[];
}

export interface ServerRequest {
  name: string;
  location?: string;
  server_type: string;
  start_after_create?: boolean;
  image: string;
  placement_group?: number;
  ssh_keys?: string[];
  volumes?: number[];
  networks?: number[];
  firewalls?: {
    firewall: number;
  }[];
  user_data?: string;
  labels?: {
    [k: string]: string;
  };
  automount?: boolean;
  public_net?: {
    enable_ipv4?: boolean;
    enable_ipv6?: boolean;
    ipv4?: number | null;
    ipv6?: number | null;
  };
}

export interface SshKey {
  id: number;
  name: string;
  fingerprint: string;
}

export interface SshKeyRequest {
  name: string;
  public_key: string;
  labels?: {
    [k: string]: string;
  };
}

export interface PrimaryIp {
  id: number;
  ip: string;
  type: 'ipv4' | 'ipv6';
  auto_delete: boolean;
  assignee_type: 'server' | 'unassigned';
  assignee_id: number | null;
}

export interface DnsPtrRequest {
  ip: string;
  dns_ptr?: string | null;
}

export interface Pricing {
  currency: string;
}

export interface Pagination {
  next_page: number | null;
}
