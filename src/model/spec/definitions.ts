// Generated from schemas/definitions.json by `npm run generate`.

/**
 * The version of the manifest language. There is one: stowage/v1.
 */
export type ApiVersion = 'stowage/v1';

/**
 * Who the manifest is: its name, notes for people and tools, and whether it may be deleted.
 */
export interface Metadata {
  /**
   * Unique among the manifests of its kind. Others refer to the manifest by this name.
   */
  name: Name;
  annotations?: Annotations;
  /**
   * While true, deleting the manifest is an error. Set it to false and apply that first; a later commit may then delete. By default a manifest may be deleted.
   */
  protect: boolean;
}

/**
 * A lower-case DNS-1123 subdomain: letters a to z, digits, hyphens and dots, at most 253 characters; each part between dots starts and ends with a letter or a digit.
 */
export type Name = string;

/**
 * Free text for people and tools; nothing selects on it. The annotation stowage/allow silences a warning on this manifest: "<check id>: reason".
 */
export interface Annotations {
  [k: string]: string;
}

/**
 * Labels that selectors match, key to text. Quote what YAML would read as a number or a boolean: "true", "10".
 */
export interface Tags {
  [k: string]: string;
}

/**
 * Chooses computes by their tags and by the built-in keys stowage/type, stowage/provider, stowage/region and stowage/name. Every entry must hold. A selector without entries is an error, so that nothing is chosen by accident.
 */
export interface Selector {
  /**
   * Keys and the exact values they must have.
   */
  matchLabels?: {
    [k: string]: string;
  };
  /**
   * Conditions on keys, for what an exact value cannot say. Every one must hold.
   */
  matchExpressions?: SelectorExpression[];
}

/**
 * One condition on one key.
 */
export interface SelectorExpression {
  /**
   * A tag key, or a built-in key: stowage/type, stowage/provider, stowage/region, stowage/name.
   */
  key: string;
  /**
   * In and NotIn compare with values; Exists and DoesNotExist look only for the key. NotIn and DoesNotExist also match a compute that lacks the key.
   */
  operator: string;
  /**
   * The values of In and NotIn. Exists and DoesNotExist take none.
   */
  values?: string[];
}

/**
 * Amounts of what a compute offers and a service needs. A resource that is not named counts as 0.
 */
export interface Resources {
  /**
   * Processor threads as the scheduler counts them; fractions are allowed.
   */
  cores?: number;
  /**
   * Main memory in MB; 1 GB is 1024 MB.
   */
  memory?: number;
  /**
   * Memory of GPUs in MB; 1 GB is 1024 MB.
   */
  vram?: number;
  /**
   * Storage in GB, after RAID.
   */
  nvme?: number;
  /**
   * A count of whole GPUs.
   */
  gpu?: number;
}

/**
 * The most that orders may add up to. A limit that is not named does not bind.
 */
export interface Limits {
  /**
   * The highest number of hosts.
   */
  hosts?: number;
  /**
   * The most processor threads over all hosts.
   */
  cores?: number;
  /**
   * The most main memory over all hosts, in MB.
   */
  memory?: number;
  /**
   * The most that all hosts may cost per month, in the fleet's currency.
   */
  monthlyCost?: number;
}

/**
 * A reference to a secret, never the secret itself: exactly one of env, file and age. Text in its place is refused, because the repository would keep it for ever; encrypt it with `stowage secret set NAME` and refer to it as `{ age: secrets/NAME.age }`.
 */
export interface SecretReference {
  /**
   * The environment variable that holds the secret, by a name in capitals, so that a token is not taken for one.
   */
  env?: string;
  /**
   * The path of a file outside the repository that holds the secret and that only its owner may read. It begins with /, ~/ or ../ (from the fleet's folder).
   */
  file?: string;
  /**
   * The path of an age-encrypted file in the fleet's folder, from there; it ends in .age.
   */
  age?: string;
}

/**
 * A currency by its three-letter ISO 4217 code.
 */
export type Currency = string;

/**
 * An amount of money as a decimal number, without VAT.
 */
export type Cost = number;

/**
 * A calendar day, YYYY-MM-DD.
 */
export type Date = string;

/**
 * An IPv4 or IPv6 address as a strict literal: no leading zeros, no zone id, no IPv4 address inside an IPv6 one.
 */
export type Ip = string;

/**
 * An IPv4 or IPv6 network in CIDR notation.
 */
export type Cidr = string;

/**
 * The address of the router, inside the network and of its family.
 */
export type Gateway = string;

/**
 * Addresses of the resolvers, asked in this order.
 */
export type DnsServers = string[];

/**
 * public when the internet can reach it, private when only the own network can.
 */
export type IpType = 'public' | 'private';

/**
 * A place, by the provider's own name for it.
 */
export type Region = string;

/**
 * Who the machine or the address is rented from; free text, matched by selectors as stowage/provider.
 */
export type ProviderName = string;

/**
 * The protocol; all covers every one.
 */
export type Protocol = 'tcp' | 'udp' | 'icmp' | 'all';

/**
 * The kind of provider. sandbox is embedded, costs nothing and needs no account.
 */
export type Family = 'hetzner-cloud' | 'hetzner-robot' | 'ionos-dcd' | 'sandbox';

/**
 * Free text for people.
 */
export type Notes = string;
