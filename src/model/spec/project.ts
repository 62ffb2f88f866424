// Generated from schemas/project.json by `npm run generate`.

import type { Cidr, Currency, SecretReference } from './definitions.ts';

/**
 * Where the manifests and the recorded state are, how services are placed, and what one plan may do unasked.
 */
export interface ProjectSpec {
  /**
   * The folders that hold the manifests, from the root of the repository. By default inventory.
   *
   * @minItems 1
   */
  inventory: string[];
  state: ProjectState;
  /**
   * The currency in which plans and limits count, by its ISO 4217 code. By default EUR.
   */
  currency: Currency;
  placement: ProjectPlacement;
  guards: ProjectGuards;
  /**
   * Whether every commit that changes the fleet must carry the SSH signature of an allowed signer (.stowage/allowed_signers) whose roles cover the change. A commit id requires it from there on and trusts that commit. By default nobody is asked to sign.
   */
  requireSignedCommits: boolean | string;
  ssh: ProjectSsh;
  controller?: ProjectController;
}
/**
 * Where recorded state and the journal are kept.
 */
export interface ProjectState {
  /**
   * The branch that holds state and journal. By default stowage/state.
   */
  branch: string;
  /**
   * The git remote the branch is pushed to, by its name. none keeps state in this clone alone. By default origin.
   */
  remote: string;
}
/**
 * How full a compute should be, and what the plan strives for.
 */
export interface ProjectPlacement {
  /**
   * What decides between the computes that may take an instance. balanced: how near they come to the target. cheapest: first those in use, then those that cost least for what they hold, then the same as balanced; what is new is put together so that it is cheap in all. A plan never moves what stands merely to save money; `simulate --objective cheapest` shows what that would save. By default balanced.
   */
  objective: 'balanced' | 'cheapest';
  /**
   * The utilisation a compute is filled towards, as a share of 1. By default 0.65.
   */
  target: number;
  /**
   * A compute that stays at or under this utilisation is preferred to any that exceeds it, as a share of 1. By default 0.7.
   */
  ceiling: number;
}
/**
 * What one plan may do unasked. Beyond it, apply stops until a person approves that guard for that plan.
 */
export interface ProjectGuards {
  /**
   * The most hosts that one plan may order. By default 10.
   */
  maxOrders: number;
  /**
   * The most that one plan may add to the monthly cost, in the fleet's currency. By default it may add any amount.
   */
  maxMonthlyIncrease?: number;
  /**
   * The most resources that one plan may delete. By default 50.
   */
  maxDeletions: number;
  /**
   * The share of the objects of one kind that one plan may delete, in percent; kinds with fewer than 10 objects are not counted. By default 30.
   */
  maxDeletionPercent: number;
}
/**
 * How machines are reached over SSH, to start what is ordered and to join it to a cluster. By default as root on port 22, with the keys of the running ssh-agent.
 */
export interface ProjectSsh {
  /**
   * Who logs in. By default root.
   */
  user: string;
  /**
   * By default 22.
   */
  port: number;
  /**
   * Where the private key is found, in OpenSSH form. A reference, never the key itself. By default the keys of the running ssh-agent are used.
   */
  identity?: SecretReference;
  /**
   * Whether an order counts as done only when cloud-init has finished on the machine, which Stowage looks at over SSH. By default it does where an identity is given, and else the provider's word is taken that it runs.
   */
  wait?: boolean;
}
/**
 * The machines that apply plans. A firewall that would deny them SSH is refused.
 */
export interface ProjectController {
  /**
   * Networks in CIDR notation that must keep SSH access to every compute.
   */
  addresses?: Cidr[];
}
