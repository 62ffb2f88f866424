// Generated from schemas/*.json by `npm run generate`.

import type { AssignmentSpec } from './assignment.ts';
import type { BillingAgreementSpec } from './billing-agreement.ts';
import type { ComponentAssignmentSpec } from './component-assignment.ts';
import type { ComponentSpec } from './component.ts';
import type { ComputeProfileSpec } from './compute-profile.ts';
import type { ComputeProviderSpec } from './compute-provider.ts';
import type { ComputeSpec } from './compute.ts';
import type { DNSRecordSpec } from './dns-record.ts';
import type { DNSZoneSpec } from './dns-zone.ts';
import type { FirewallAssignmentSpec } from './firewall-assignment.ts';
import type { FirewallRuleSpec } from './firewall-rule.ts';
import type { HostSpec } from './host.ts';
import type { IPAddressSpec } from './ip-address.ts';
import type { IPAssignmentSpec } from './ip-assignment.ts';
import type { IPPoolSpec } from './ip-pool.ts';
import type { OrganizationSpec } from './organization.ts';
import type { PortAssignmentSpec } from './port-assignment.ts';
import type { ProjectSpec } from './project.ts';
import type { ServiceSpec } from './service.ts';
import type { WorkspaceSpec } from './workspace.ts';

/** The spec of each kind. */
export interface SpecOf {
  readonly Assignment: AssignmentSpec;
  readonly BillingAgreement: BillingAgreementSpec;
  readonly ComponentAssignment: ComponentAssignmentSpec;
  readonly Component: ComponentSpec;
  readonly ComputeProfile: ComputeProfileSpec;
  readonly ComputeProvider: ComputeProviderSpec;
  readonly Compute: ComputeSpec;
  readonly DNSRecord: DNSRecordSpec;
  readonly DNSZone: DNSZoneSpec;
  readonly FirewallAssignment: FirewallAssignmentSpec;
  readonly FirewallRule: FirewallRuleSpec;
  readonly Host: HostSpec;
  readonly IPAddress: IPAddressSpec;
  readonly IPAssignment: IPAssignmentSpec;
  readonly IPPool: IPPoolSpec;
  readonly Organization: OrganizationSpec;
  readonly PortAssignment: PortAssignmentSpec;
  readonly Project: ProjectSpec;
  readonly Service: ServiceSpec;
  readonly Workspace: WorkspaceSpec;
}

export type KindName = keyof SpecOf;
