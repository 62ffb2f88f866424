// Generated from ionos-cloud-v6.openapi.json by scripts/provider-types.mjs: what our client uses of it.

export interface Server {
  id?: string;
  metadata?: {
    createdDate?: string;
    state?:
      | 'AVAILABLE'
      | 'INACTIVE'
      | 'BUSY'
      | 'DEPLOYING'
      | 'ACTIVE'
      | 'FAILED'
      | 'SUSPENDED'
      | 'FAILED_SUSPENDED'
      | 'UPDATING'
      | 'FAILED_UPDATING'
      | 'DESTROYING'
      | 'FAILED_DESTROYING'
      | 'TERMINATED';
  };
  properties: {
    templateUuid?: string;
    name?: string;
    cores?: number;
    ram?: number;
    availabilityZone?: 'AUTO' | 'ZONE_1' | 'ZONE_2';
    vmState?: 'NOSTATE' | 'RUNNING' | 'BLOCKED' | 'PAUSED' | 'SHUTDOWN' | 'SHUTOFF' | 'CRASHED' | 'SUSPENDED';
    bootVolume?: {
      id: string;
    };
    cpuFamily?: string;
    type?: string;
  };
  entities?: {
    volumes?: {
      items?: {
        id?: string;
        properties: {
          name?: string;
          type?: 'HDD' | 'SSD' | 'SSD Standard' | 'SSD Premium' | 'DAS' | 'ISO';
          size: number;
          availabilityZone?: 'AUTO' | 'ZONE_1' | 'ZONE_2' | 'ZONE_3';
          image?: string;
          imageAlias?: string;
          sshKeys?: string[];
          userData?: string;
        };
      }[];
    };
    nics?: {
      items?: {
        id?: string;
        properties: {
          name?: string;
          ips?: string[] | null;
          dhcp?: boolean;
          lan: number;
          pciSlot?: number;
          ipv6Ips?: string[];
        };
      }[];
    };
  };
}

export interface Volume {
  id?: string;
  properties: {
    name?: string;
    type?: 'HDD' | 'SSD' | 'SSD Standard' | 'SSD Premium' | 'DAS' | 'ISO';
    size: number;
    availabilityZone?: 'AUTO' | 'ZONE_1' | 'ZONE_2' | 'ZONE_3';
    image?: string;
    imageAlias?: string;
    sshKeys?: string[];
    userData?: string;
  };
}

export interface Datacenter {
  id?: string;
  properties: {
    name?: string;
    location: string;
  };
}

export interface Lan {
  id?: string;
  properties: {
    name?: string;
    public?: boolean;
  };
}

export interface ApiRequest {
  id?: string;
  metadata?: {
    requestStatus?: {
      metadata?: {
        status?: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED';
        message?: string;
        targets?: {
          target?: {
            id: string;
            type?:
              | 'datacenter'
              | 'server'
              | 'volume'
              | 'nic'
              | 'loadbalancer'
              | 'location'
              | 'firewall-rule'
              | 'flow-log'
              | 'image'
              | 'snapshot'
              | 'lan'
              | 'ipblock'
              | 'pcc'
              | 'contract'
              | 'user'
              | 'group'
              | 'collection'
              | 'resource'
              | 'request'
              | 'request-status'
              | 's3key'
              | 'backupunit'
              | 'label'
              | 'k8s'
              | 'nodepool'
              | 'template'
              | 'networkloadbalancer'
              | 'forwarding-rule'
              | 'natgateway'
              | 'natgateway-rule'
              | 'node'
              | 'applicationloadbalancer'
              | 'target-group';
          };
        }[];
      };
    };
  };
  properties: {
    body?: string;
    url?: string;
  };
}

export interface RequestStatus {
  metadata?: {
    status?: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED';
    message?: string;
  };
}

export interface Contract {
  properties: {
    contractNumber?: number;
    resourceLimits?: {
      coresPerServer: number;
      coresPerContract: number;
      coresProvisioned: number;
      ramPerServer: number;
      ramPerContract: number;
      ramProvisioned: number;
      hddLimitPerVolume: number;
      hddLimitPerContract: number;
      hddVolumeProvisioned: number;
      ssdLimitPerVolume: number;
      ssdLimitPerContract: number;
      ssdVolumeProvisioned: number;
    };
  };
}

export interface Location {
  id?: string;
  properties: {
    imageAliases?: string[];
    cpuArchitecture?: {
      cpuFamily?: string;
    }[];
  };
}

export interface Image {
  id?: string;
  properties: {
    name?: string;
    location?: string;
    cloudInit?: 'NONE' | 'V1';
  };
}

export interface Template {
  properties: {
    cores?: number;
    ram?: number;
    storageSize?: number;
    gpus?: {
      count?: number;
    }[];
  };
}

export interface IpBlock {
  id?: string;
  properties: {
    ips?: string[];
    name?: string;
    ipConsumers?: {
      serverId?: string;
    }[];
  };
}

export interface ServerLabel {
  properties: {
    key?: string;
    value?: string;
  };
}

export interface Label {
  properties: {
    key?: string;
    value?: string;
    resourceId?: string;
    resourceType?: string;
  };
}

export interface ApiError {
  httpStatus?: number;
  messages?: {
    errorCode?: string;
    message?: string;
  }[];
}
