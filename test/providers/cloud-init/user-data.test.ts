import { describe, expect, test } from '@jest/globals';
import type { MachineOrder } from '../../../src/model/machine.ts';
import { hostKeyFor } from '../../../src/providers/cloud-init/host-key.ts';
import { userDataFor } from '../../../src/providers/cloud-init/user-data.ts';
import { read, schemaFaults, withCloudInit } from './debian-cloud-init.ts';

const HOST_KEY = hostKeyFor('secret', { fleet: 'demo', intent: 'i', uid: 'u' });
const ADA =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKq5cX0m1wXh5Q0n2VqJ1pYxOa3o5mE1hZ0sQ4rT6uWv ada@example.org';
const BOB = 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAQQC8 bob';

const order = (userData: string | null, more: Partial<MachineOrder> = {}): MachineOrder => ({
  name: 'web-03',
  region: null,
  parameters: {},
  image: null,
  sshKeys: ['ops-2026', ADA],
  userData,
  price: { setup: 0, monthly: 5, currency: 'EUR' },
  ...more,
});
const made = (userData: string | null, more: Partial<MachineOrder> = {}): string =>
  userDataFor(order(userData, more), HOST_KEY);

/** What Stowage alone asks for. */
const OWN = {
  hostname: 'web-03',
  disable_root: false,
  ssh_deletekeys: true,
  ssh_genkeytypes: ['ed25519'],
  ssh_keys: { ed25519_private: HOST_KEY.privateKey, ed25519_public: HOST_KEY.publicKey },
  ssh_authorized_keys: [ADA],
};

/** What cloud-init comes to is the same whether a cloud-config is added to or goes along as a part. */
const THEIRS: Readonly<Record<string, readonly [string, object]>> = {
  'says nothing': ['#cloud-config\n', {}],
  'is an empty mapping': ['#cloud-config\n{}\n', {}],
  'has settings of its own': [
    '#cloud-config\npackages: [nginx]\nruncmd:\n  - [sh, -c, "echo yes"]\n',
    { packages: ['nginx'], runcmd: [['sh', '-c', 'echo yes']] },
  ],
  'has a name, which counts': ['#cloud-config\nhostname: own\n', { hostname: 'own' }],
  'keeps root out, which counts': ['#cloud-config\ndisable_root: yes\n', { disable_root: true }],
  'has public keys, which stay': [
    `#cloud-config\nssh_authorized_keys:\n  - ${BOB}\n`,
    { ssh_authorized_keys: [BOB, ADA] },
  ],
  'has host keys, of which another type stays': [
    '#cloud-config\nssh_keys: {rsa_private: theirs, ed25519_private: theirs}\nssh_deletekeys: false\n',
    { ssh_keys: { rsa_private: 'theirs', ...OWN.ssh_keys } },
  ],
};

const message = (cloudConfig: string): string =>
  `Content-Type: multipart/mixed; boundary="x"\nMIME-Version: 1.0\n\n--x\nContent-Type: text/cloud-config\n\n${cloudConfig}--x--\n`;

/** What the two versions of YAML read differently, and what is written in more than one way. */
const ODD = `#cloud-config
# why
write_files: # files
  - path: /etc/motd
    permissions: 0644
    owner: 'root:root'
    content: |+
      two

      lines

  - {path: /bin/x, encoding: b64, content: !!binary aGVsbG8=, at: 2026-01-02, sixty: 1:30}
  - &base
    path: "/a\\tb"
    folded: >-
      one
      two
  - <<: *base
    truth: [yes, no, on, Off, ~, null, 0o17, 0x1f, 1_000, .5, +1]
    long: ${'word '.repeat(60)}
`;

describe('the user data of a machine', () => {
  withCloudInit('pass cloud-init’s own check', () => {
    const theirs = `#cloud-config\npackages: [nginx]\nssh_authorized_keys: [${BOB}]\n`;
    expect(schemaFaults(made(theirs, { hostname: 'web-03.example.com' }))).toBe('');
  });

  withCloudInit('hold what Stowage asks for where the Host has none of its own', () => {
    const alone = { parts: ['text/cloud-config'], config: OWN };
    expect(read(made(null), made(' \n'))).toEqual([alone, alone]);
  });

  withCloudInit('have a full name where the Host has one, whatever its user data say', () => {
    const [full] = read(made('#cloud-config\nhostname: other\n', { hostname: 'web-03.example.com' }));
    expect(full?.config).toEqual({ ...OWN, hostname: 'web-03', fqdn: 'web-03.example.com' });
  });

  withCloudInit('have a name that is no number and no truth where it looks like one', () => {
    const names = ['yes', '0123', '1e3', 'null'];
    const machines = read(...names.map((name) => made(null, { name })));
    expect(machines.map(({ config }) => config['hostname'])).toEqual(names);
  });

  withCloudInit('have no list of keys where every key is only named', () => {
    const rest: Partial<typeof OWN> = { ...OWN };
    delete rest.ssh_authorized_keys;
    const [machine] = read(made(null, { sshKeys: ['ops-2026', 'ssh-keys of ops'] }));
    expect(machine?.config).toEqual(rest);
  });

  withCloudInit('are added to a cloud-config', () => {
    const machines = read(...Object.values(THEIRS).map(([theirs]) => made(theirs)));
    const wanted = Object.values(THEIRS).map(([, adds]) => ({ ...OWN, ...adds }));
    expect(machines.map(({ config }) => config)).toEqual(wanted);
    expect(machines.every(({ parts }) => parts.length === 1)).toBe(true);
  });

  withCloudInit('come to the same beside a cloud-config in a message', () => {
    const some = Object.values(THEIRS).filter(([theirs]) => theirs.includes(': '));
    const machines = read(...some.map(([theirs]) => made(message(theirs))));
    const wanted = some.map(([, adds]) => ({ ...OWN, ...adds }));
    expect(machines.map(({ config }) => config)).toEqual(wanted);
    expect(machines.every(({ parts }) => parts.length === 4)).toBe(true);
  });

  withCloudInit('keep every value of a cloud-config as YAML 1.1 has it', () => {
    const text = made(ODD);
    const [theirs, all] = read(ODD, text);
    expect(theirs?.config).toHaveProperty('write_files');
    expect(all?.config).toEqual({ ...OWN, ...theirs?.config });
    expect(text).toMatch(/^#cloud-config\n# why\nwrite_files:\n +# files\n/);
  });

  withCloudInit('leave it to cloud-init where a cloud-config borrows what Stowage adds to', () => {
    const [alias, merged] = read(
      made(`#cloud-config\nx-keys: &keys [${BOB}]\nssh_authorized_keys: *keys\n`),
      made('#cloud-config\nx: &x {fqdn: own.example.com}\n<<: *x\n'),
    );
    expect(alias?.parts).toHaveLength(4);
    expect(alias?.config).toMatchObject({ ssh_authorized_keys: [BOB, ADA], ssh_keys: OWN.ssh_keys });
    expect(merged?.config).toMatchObject({ fqdn: 'own.example.com', ssh_keys: OWN.ssh_keys });
  });

  withCloudInit('carry what is no cloud-config as it stands', () => {
    const theirs = {
      'text/x-shellscript': [
        '#!/bin/sh\necho one\n',
        '#!/bin/sh\r\necho\t$1\r\n',
        '#!/bin/python\nprint("Grüße 💐")',
      ],
      'text/cloud-boothook': ['#cloud-boothook\n#!/bin/sh\ntrue\n'],
      'text/jinja2': ['## template: jinja\n#cloud-config\nhostname: {{ v1.region }}\n'],
    };
    const all = Object.entries(theirs).flatMap(([type, texts]) => texts.map((text) => [type, text] as const));
    const machines = read(...all.map(([, text]) => made(text)));
    expect(machines.map(({ parts }) => parts[1])).toEqual(all.map(([type, text]) => `${type}: ${text}`));
    for (const { config } of machines) expect(config).toEqual(OWN);
  });

  withCloudInit('carry an archive of several', () => {
    const archive = '#cloud-config-archive\n- type: text/cloud-config\n  content: |\n    packages: [nginx]\n';
    const [machine] = read(made(archive));
    expect(machine?.config).toEqual({ ...OWN, packages: ['nginx'] });
  });

  test('are the same whenever they are asked for', () => {
    expect(made('#!/bin/sh\n')).toBe(made('#!/bin/sh\n'));
  });

  test.each([
    ['#cloud-config\na: b\n  c: d\n', /^line 2, column \d+ of the user data of web-03: this is no YAML: /],
    ['#cloud-config\na: 1\nb: 2\na: 3\n', /^line 4, column 1 of .*keys must be unique/],
    ['\n\n#cloud-config\n- a\n', /^line 4, column 1 .*a cloud-config is a mapping/],
    ['#cloud-config\njust words\n', /^line 2, column 1 .*a cloud-config is a mapping/],
    ['#cloud-config\nssh_keys: none\n', /^line 2, column 11 .*ssh_keys must be a mapping$/],
    [
      '#cloud-config\nssh_authorized_keys: ssh-rsa AAAA\n',
      /^line 2, column 22 .*ssh_authorized_keys must be a list$/,
    ],
    ['echo hello\n', /^the user data of web-03 begin with nothing that cloud-init knows$/],
  ])('of %j are refused, saying where', (theirs, message) => {
    expect(() => made(theirs)).toThrow(
      expect.objectContaining({ failure: 'profile', message: expect.stringMatching(message) }),
    );
  });

  test('are refused where they are more than 32 KiB, saying by how much', () => {
    const room = 32 * 1024 - Buffer.byteLength(made('#cloud-config\nx: a\n')) + 1;
    expect(Buffer.byteLength(made(`#cloud-config\nx: ${'a'.repeat(room)}\n`))).toBe(32 * 1024);
    const most = { failure: 'profile', hint: 'shorten them by 1 bytes: have them fetch what is large' };
    expect(() => made(`#cloud-config\nx: ${'a'.repeat(room + 1)}\n`)).toThrow(expect.objectContaining(most));
    expect(() => made(`#!/bin/sh\n${'#\n'.repeat(16_400)}`)).toThrow(
      /are \d{5} bytes, 32810 bytes of their own and \d{4} that/,
    );
  });
});
