// Generated from the folders beside it by `npm run generate`.

import type { Kind } from './kind.ts';
import type { KindName } from '../model/spec/spec-of.ts';
import { assignment } from './assignment/index.ts';
import { billingAgreement } from './billing-agreement/index.ts';
import { component } from './component/index.ts';
import { componentAssignment } from './component-assignment/index.ts';
import { compute } from './compute/index.ts';
import { computeProfile } from './compute-profile/index.ts';
import { computeProvider } from './compute-provider/index.ts';
import { dnsRecord } from './dns-record/index.ts';
import { dnsZone } from './dns-zone/index.ts';
import { firewallAssignment } from './firewall-assignment/index.ts';
import { firewallRule } from './firewall-rule/index.ts';
import { host } from './host/index.ts';
import { ipAddress } from './ip-address/index.ts';
import { ipAssignment } from './ip-assignment/index.ts';
import { ipPool } from './ip-pool/index.ts';
import { organization } from './organization/index.ts';
import { portAssignment } from './port-assignment/index.ts';
import { project } from './project/index.ts';
import { service } from './service/index.ts';
import { workspace } from './workspace/index.ts';

/** Every kind that can be declared. */
export const KINDS: { readonly [K in KindName]: Kind<K> } = {
  [assignment.name]: assignment,
  [billingAgreement.name]: billingAgreement,
  [component.name]: component,
  [componentAssignment.name]: componentAssignment,
  [compute.name]: compute,
  [computeProfile.name]: computeProfile,
  [computeProvider.name]: computeProvider,
  [dnsRecord.name]: dnsRecord,
  [dnsZone.name]: dnsZone,
  [firewallAssignment.name]: firewallAssignment,
  [firewallRule.name]: firewallRule,
  [host.name]: host,
  [ipAddress.name]: ipAddress,
  [ipAssignment.name]: ipAssignment,
  [ipPool.name]: ipPool,
  [organization.name]: organization,
  [portAssignment.name]: portAssignment,
  [project.name]: project,
  [service.name]: service,
  [workspace.name]: workspace,
};
