// Generated from schemas/component.json by `npm run generate`.

import type { Notes } from './definitions.ts';

/**
 * The model and its figures. Manufacturer and model together identify it.
 */
export interface ComponentSpec {
  /**
   * What the component is; it decides which specs count towards capacity.
   */
  type: 'cpu' | 'ram' | 'gpu' | 'storage' | 'nic' | 'psu' | 'os' | 'other';
  /**
   * Who makes it. For an operating system, its publisher.
   */
  manufacturer: string;
  /**
   * The maker's name for it.
   */
  model: string;
  specs?: ComponentSpecs;
  notes?: Notes;
}
/**
 * The figures of one piece. A cpu needs cores; ram needs capacity_gb; storage needs capacity_gb and type; a gpu needs vram_gb. Any other number or text may be added under a name of your own.
 */
export interface ComponentSpecs {
  /**
   * cpu: physical cores.
   */
  cores?: number;
  /**
   * cpu: hardware threads. Where given, they are the capacity in cores; otherwise the physical cores are.
   */
  threads?: number;
  /**
   * cpu: base clock in GHz.
   */
  ghz?: number;
  /**
   * ram and storage: size of one piece in GB. For ram, 1 GB is 1024 MB of capacity.
   */
  capacity_gb?: number;
  /**
   * ram: transfer rate in MHz.
   */
  speed_mhz?: number;
  /**
   * storage: hdd, ssd or nvme. Elsewhere free text, such as DDR5 for ram.
   */
  type?: string;
  /**
   * gpu: memory of one card in GB; 1 GB is 1024 MB of capacity.
   */
  vram_gb?: number;
  /**
   * gpu: number of CUDA cores.
   */
  cuda_cores?: number;
  /**
   * os: the distribution.
   */
  distro?: string;
  /**
   * os: its version. Quote what ends in a zero: "22.10".
   */
  version?: string | number;
  /**
   * os: the kernel's version.
   */
  kernel?: string;
  /**
   * nic: bandwidth of one card in Gbit/s.
   */
  bandwidth_gbps?: number;
  [k: string]: number | string | undefined;
}
