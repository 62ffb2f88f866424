/** The groups of checks in the order of the index, with the first words of the ids in each. */
const GROUPS = [
  ['References and keys', ['ref', 'name', 'key', 'protect', 'allow']],
  ['Inventory', ['component', 'raid', 'serial', 'service', 'selector', 'tag', 'pin', 'reserved']],
  ['Contracts and people', ['billing', 'contract', 'org']],
  ['Addresses', ['ip', 'cidr', 'gateway', 'primary', 'pool']],
  ['DNS', ['dns', 'cname', 'ns-mx-srv', 'rrset', 'ttl', 'ptr']],
  ['Ports', ['port']],
  ['Firewall', ['fw', 'fwassign']],
];
const OTHERS = 'Orders';

/** The ids of each group that has any; what belongs to no other is about orders. */
export function grouped(ids) {
  const groupOf = (id) => GROUPS.find(([, words]) => words.includes(id.split('.')[0]))?.[0] ?? OTHERS;
  return [...GROUPS.map(([title]) => title), OTHERS]
    .map((title) => ({ title, ids: ids.filter((id) => groupOf(id) === title) }))
    .filter(({ ids: some }) => some.length > 0);
}
