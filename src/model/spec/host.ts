// Generated from schemas/host.json by `npm run generate`.

import type { Name, Region, Tags } from './definitions.ts';

/**
 * Which machine is ordered, for whom, where, and how it starts. Not both of region and regions.
 */
export interface HostSpec {
  /**
   * The name the machine calls itself. By default the name of the manifest.
   */
  hostname?: string;
  /**
   * The name of the Workspace it is ordered into.
   */
  workspace: Name;
  /**
   * The name of the ComputeProfile that is ordered.
   */
  profile: Name;
  /**
   * The name of the ComputeProvider it is ordered from. By default one of the profile's family is found: the workspace's, the organization's, else one of the free pool.
   */
  provider?: Name;
  /**
   * The one region it is ordered in. With neither region nor regions, the region of the provider.
   */
  region?: Region;
  /**
   * Regions to try, in this order: the next one where the one before has no capacity.
   *
   * @minItems 1
   */
  regions?: string[];
  /**
   * The operating system it starts with, by the provider's own name. By default the provider's choice for the family.
   */
  image?: string;
  /**
   * Who may log in: names of keys known to the provider, or public keys in OpenSSH form.
   */
  sshKeys?: string[];
  /**
   * What cloud-init reads at the first start, at most 32 KiB. It is stored as it stands: put no secret in it.
   */
  userData?: string;
  /**
   * Labels that selectors match, key to text, beside those of the profile; where both have a key, this one counts.
   */
  tags?: Tags;
  /**
   * Only an active host receives services; from any other the next plan moves them away. The machine stays, and is paid for. By default active.
   */
  state: 'active' | 'inactive' | 'maintenance';
  /**
   * The provider's own id of a machine that stands there already and is taken over: nothing is ordered. It counts only while the host is not recorded.
   */
  adopt?: string;
  /**
   * Facts of your own about the machine; kept and shown, never interpreted.
   */
  metadata?: {
    [k: string]: string | number | boolean;
  };
}
