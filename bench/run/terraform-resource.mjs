/** A resource about as large as a manifest. @param {number} nth */
export function resource(nth) {
  const name = `fsn1-app-${String(nth).padStart(6, '0')}`;
  const pairs = {
    owner: 'team-platform',
    contact: 'platform-oncall@acme.example',
    ticket: `OPS-${nth}`,
    'cost-centre': String(4000 + (nth % 1000)),
    reviewed: '2026-02-12',
    runbook: `https://wiki.acme.example/runbooks/platform/${nth}`,
    restore: 'within 4 hours',
    window: 'weekdays from 02:00 UTC',
  };
  const tags = {
    env: 'prod',
    role: 'app',
    cluster: `fsn1-app-${nth % 1000}`,
    rack: `fsn1-r${nth % 40}`,
    team: 'platform',
  };
  return `resource "terraform_data" "m${nth}" {
  input = {
    kind = "Compute"
    name = "${name}"
    type = "baremetal"
    provider = "hetzner"
    region = "fsn1"
    annotations = {
${mapping(pairs)}
    }
    tags = {
${mapping(tags)}
    }
  }
}
`;
}

/** @param {Record<string, string>} pairs */
function mapping(pairs) {
  return Object.entries(pairs)
    .map(([key, value]) => `      "${key}" = "${value}"`)
    .join('\n');
}
