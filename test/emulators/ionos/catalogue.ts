import type { Knobs } from '../knobs.ts';

/** Where virtual data centres may be, and what each place has. */
export const LOCATIONS = [
  { id: 'de/fra', families: ['INTEL_SKYLAKE', 'AMD_EPYC'], aliases: ['debian:latest', 'ubuntu:24.04'] },
  { id: 'de/txl', families: ['INTEL_SKYLAKE'], aliases: ['debian:latest', 'ubuntu:24.04'] },
  { id: 'us/las', families: ['INTEL_SKYLAKE', 'INTEL_ICELAKE'], aliases: ['debian:latest'] },
] as const;

export const IMAGES = [
  {
    id: '11111111-0000-4000-8000-000000000001',
    name: 'Debian-13-server',
    location: 'de/fra',
    cloudInit: 'V1',
  },
  {
    id: '11111111-0000-4000-8000-000000000002',
    name: 'Debian-13-server',
    location: 'de/txl',
    cloudInit: 'V1',
  },
  {
    id: '11111111-0000-4000-8000-000000000003',
    name: 'old-appliance',
    location: 'de/fra',
    cloudInit: 'NONE',
  },
] as const;

/** Sizes that machines come in which are ordered by template. */
export const TEMPLATES = [
  { id: '22222222-0000-4000-8000-000000000001', name: 'Basic Cube S', cores: 2, ram: 4096, storageSize: 120 },
  {
    id: '22222222-0000-4000-8000-000000000002',
    name: 'H200 S',
    cores: 15,
    ram: 267264,
    storageSize: 1024,
    gpus: [{ vendor: 'NVIDIA', model: 'H200', type: 'passthrough', count: 1 }],
  },
] as const;

/** How many servers of a CPU family a place has room for. */
export function stockOf({ stock }: Knobs, family: string, place: string): number {
  return stock[`${family}@${place}`] ?? Infinity;
}

export function locationShape({ id, families, aliases }: (typeof LOCATIONS)[number]) {
  return {
    id,
    type: 'location',
    properties: {
      name: id,
      features: ['SSD'],
      imageAliases: [...aliases],
      cpuArchitecture: families.map((cpuFamily) => ({
        cpuFamily,
        maxCores: 62,
        maxRam: 245760,
        vendor: 'any',
      })),
    },
  };
}

export function templateShape({ id, ...properties }: (typeof TEMPLATES)[number]) {
  return { id, type: 'template', properties };
}

export function imageShape({ id, name, location, cloudInit }: (typeof IMAGES)[number]) {
  return {
    id,
    type: 'image',
    properties: { name, location, cloudInit, licenceType: 'LINUX', imageType: 'HDD', public: true },
  };
}

/** What is in use, as the contract counts it: cores, and the rest in MB. */
export type Used = Readonly<Record<'cores' | 'ram' | 'hdd' | 'ssd', number>>;

const PLENTY = 10_000_000;

/** The limits of the contract; `knobs.quota` names those that are not far away. */
export function contractShape({ quota }: Knobs, used: Used) {
  const most = (what: string) => quota[what] ?? PLENTY;
  return {
    type: 'contract',
    properties: {
      contractNumber: 31720000,
      owner: 'ops@example.com',
      status: 'BILLABLE',
      regDomain: 'ionos.de',
      resourceLimits: {
        coresPerServer: most('coresPerServer'),
        coresPerContract: most('cores'),
        coresProvisioned: used.cores,
        ramPerServer: most('ramPerServer'),
        ramPerContract: most('ram'),
        ramProvisioned: used.ram,
        hddLimitPerVolume: most('hddPerVolume'),
        hddLimitPerContract: most('hdd'),
        hddVolumeProvisioned: used.hdd,
        ssdLimitPerVolume: most('ssdPerVolume'),
        ssdLimitPerContract: most('ssd'),
        ssdVolumeProvisioned: used.ssd,
        dasVolumeProvisioned: 0,
        reservableIps: 10,
        reservedIpsOnContract: 0,
        reservedIpsInUse: 0,
        k8sClusterLimitTotal: 0,
        k8sClustersProvisioned: 0,
        nlbLimitTotal: 0,
        nlbProvisioned: 0,
        natGatewayLimitTotal: 0,
        natGatewayProvisioned: 0,
      },
    },
  };
}
