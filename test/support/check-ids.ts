/** What a person may expect to be checked, by group: the ids are promises. */
export const CHECK_IDS: Readonly<Record<string, readonly string[]>> = {
  'References and keys': words(`ref.unknown ref.kind name.duplicate key.duplicate ref.cycle protect.removed
    allow.unknown`),
  Inventory: words(`component.spec-missing raid.count raid.mixed raid.level-without-storage serial.duplicate
    serial.surplus     service.min-above-max selector.empty selector.operator pin.unfit pin.forbidden-by-rule reserved.above-capacity
    billing.renewal-after-contract-end contract.expires-soon tag.unknown-key-in-selector org.role
    billing.agreement-reversed billing.agreement-expired org.member-twice`),
  Addresses:
    words(`ip.syntax ip.in-cidr gateway.in-cidr gateway.same-family ip.network-or-broadcast ip.equals-gateway
    ip.duplicate cidr.overlap ip.class ip.assigned-twice ip.state-contradicts ip.elsewhere primary.unique primary.missing
    pool.exhausted pool.overlap`),
  DNS: words(`dns.family dns.value-contradicts-ip dns.name-syntax dns.outside-zone dns.repeated-zone dns.target-is-ip
    cname.coexists cname.multiple cname.apex cname.loop cname.dangling ns-mx-srv.target-is-cname rrset.duplicate
    rrset.ttl-differs ttl.range ptr.name-matches-address ptr.not-forward-confirmed ptr.multiple dns.ip-unassigned
    dns.value-syntax dns.near-zone ns-mx-srv.no-address dns.caa-tag rrset.spf-twice`),
  Ports:
    words(`port.range port.conflict port.ip-unowned port.service-port port.service-elsewhere port.internal-clash port.icmp
    port.blocked port.partly-blocked port.service-number`),
  Firewall:
    words(`fw.family-mix fw.port-protocol fw.range-reversed fw.host-bits fw.shadowed fw.redundant fw.correlated
    fw.tie fw.unmatchable fw.lockout fw.world-open-admin fw.v4-only fwassign.duplicate fwassign.no-rules`),
  Orders: words(`profile.inactive profile.family provider.family-disabled region.unknown limit.exceeded
    permission.denied credential.plaintext capacity.unavailable price.changed cost.currency host.fixed provider.missing
    cluster.unreachable cluster.no-control-plane profile.exceeds-type profile.withdrawn profile.fixed profile.raised`),
};

/** Those that warn; all others are errors. */
export const WARNINGS: readonly string[] = words(`billing.renewal-after-contract-end contract.expires-soon
  tag.unknown-key-in-selector cidr.overlap ip.class primary.missing cname.dangling ttl.range ptr.not-forward-confirmed
  ptr.multiple dns.ip-unassigned port.partly-blocked fw.host-bits fw.redundant fw.correlated fw.unmatchable
  fw.world-open-admin fw.v4-only fwassign.no-rules price.changed profile.withdrawn profile.raised cost.currency
  allow.unknown ip.elsewhere dns.near-zone billing.agreement-expired cluster.no-control-plane dns.caa-tag
  port.service-number`);

function words(text: string): string[] {
  return text.split(/\s+/);
}
