// Generated from schemas/*.json by `npm run generate`.

import type { SchemaFacts } from '../schema-facts.ts';
import type { KindName } from './spec-of.ts';

/** What the schemas say in their x- keywords. */
export const SCHEMA_FACTS: Readonly<Record<KindName, SchemaFacts>> = {
  Assignment: {
    group: 'inventory',
    references: [
      { pointer: '/spec/service', kinds: ['Service'], symmetric: false },
      { pointer: '/spec/compute', kinds: ['Compute', 'Host'], symmetric: false },
    ],
    key: ['/spec/service', '/spec/compute'],
    sets: [],
    secrets: [],
  },
  BillingAgreement: {
    group: 'ordering',
    references: [
      { pointer: '/spec/organization', kinds: ['Organization'], symmetric: false },
      { pointer: '/spec/prices/*/profile', kinds: ['ComputeProfile'], symmetric: false },
    ],
    key: [],
    sets: [],
    secrets: [],
  },
  ComponentAssignment: {
    group: 'inventory',
    references: [
      { pointer: '/spec/component', kinds: ['Component'], symmetric: false },
      { pointer: '/spec/computes/*', kinds: ['Compute', 'Host'], symmetric: false },
    ],
    key: [],
    sets: ['/spec/computes', '/spec/serialNumbers'],
    secrets: [],
  },
  Component: {
    group: 'inventory',
    references: [],
    key: ['/spec/manufacturer', '/spec/model'],
    sets: [],
    secrets: [],
  },
  ComputeProfile: { group: 'ordering', references: [], key: [], sets: ['/spec/regions'], secrets: [] },
  ComputeProvider: {
    group: 'ordering',
    references: [
      { pointer: '/spec/organization', kinds: ['Organization'], symmetric: false },
      { pointer: '/spec/workspace', kinds: ['Workspace'], symmetric: false },
    ],
    key: [],
    sets: [],
    secrets: ['/spec/credentials'],
  },
  Compute: { group: 'inventory', references: [], key: [], sets: [], secrets: [] },
  DNSRecord: {
    group: 'network',
    references: [
      { pointer: '/spec/ip', kinds: ['IPAddress'], symmetric: false },
      { pointer: '/spec/ip/*', kinds: ['IPAddress'], symmetric: false },
      { pointer: '/spec/zone', kinds: ['DNSZone'], symmetric: false },
    ],
    key: ['/spec/name', '/spec/type', '/spec/zone'],
    sets: ['/spec/value', '/spec/ip'],
    secrets: [],
  },
  DNSZone: { group: 'network', references: [], key: [], sets: ['/spec/nameservers'], secrets: [] },
  FirewallAssignment: {
    group: 'network',
    references: [
      { pointer: '/spec/rule', kinds: ['FirewallRule'], symmetric: false },
      { pointer: '/spec/compute', kinds: ['Compute', 'Host'], symmetric: false },
    ],
    key: [],
    sets: [],
    secrets: [],
  },
  FirewallRule: { group: 'network', references: [], key: [], sets: [], secrets: [] },
  Host: {
    group: 'ordering',
    references: [
      { pointer: '/spec/workspace', kinds: ['Workspace'], symmetric: false },
      { pointer: '/spec/profile', kinds: ['ComputeProfile'], symmetric: false },
      { pointer: '/spec/provider', kinds: ['ComputeProvider'], symmetric: false },
    ],
    key: [],
    sets: ['/spec/sshKeys'],
    secrets: [],
  },
  IPAddress: { group: 'network', references: [], key: ['/spec/address'], sets: [], secrets: [] },
  IPAssignment: {
    group: 'network',
    references: [
      { pointer: '/spec/compute', kinds: ['Compute', 'Host'], symmetric: false },
      { pointer: '/spec/ip', kinds: ['IPAddress'], symmetric: false },
      { pointer: '/spec/pool', kinds: ['IPPool'], symmetric: false },
    ],
    key: [],
    sets: [],
    secrets: [],
  },
  IPPool: { group: 'network', references: [], key: [], sets: ['/spec/exclude'], secrets: [] },
  Organization: {
    group: 'ordering',
    references: [],
    key: [],
    sets: ['/spec/members/*/roles', '/spec/families'],
    secrets: [],
  },
  PortAssignment: {
    group: 'network',
    references: [
      { pointer: '/spec/service', kinds: ['Service'], symmetric: false },
      { pointer: '/spec/ip', kinds: ['IPAddress'], symmetric: false },
    ],
    key: ['/spec/ip', '/spec/port', '/spec/protocol'],
    sets: [],
    secrets: [],
  },
  Project: {
    group: 'project',
    references: [],
    key: [],
    sets: ['/spec/inventory', '/spec/controller/addresses'],
    secrets: ['/spec/ssh/identity'],
  },
  Service: {
    group: 'inventory',
    references: [{ pointer: '/spec/placement/antiAffinityServices/*', kinds: ['Service'], symmetric: true }],
    key: [],
    sets: ['/spec/placement/antiAffinityServices'],
    secrets: [],
  },
  Workspace: {
    group: 'ordering',
    references: [{ pointer: '/spec/organization', kinds: ['Organization'], symmetric: false }],
    key: [],
    sets: [],
    secrets: [],
  },
};

/** The ways to refer to a secret, each with the pattern of its value. */
export const SECRET_FORMS: Readonly<Record<string, string>> = {
  env: '^[A-Z_][A-Z0-9_]*$',
  file: '^(~?/|\\.\\./).+',
  age: '^[^/~].*\\.age$',
};
