import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@jest/globals';

/** What Debian's cloud-init makes of user data. */
export interface ReadUserData {
  /** Its parts in order, as `type` or `type: content` of what is no cloud-config. */
  readonly parts: readonly string[];
  /** What all cloud-configs come to. */
  readonly config: Readonly<Record<string, unknown>>;
}

/** Hands files to cloud-init's own reader of user data, as it is called at the first start of a machine. */
const READER = `
import json, sys
from cloudinit import user_data, handlers, helpers
from cloudinit.handlers.cloud_config import CloudConfigPartHandler
from cloudinit.util import fully_decoded_payload
paths = helpers.Paths({'cloud_dir': sys.argv[1], 'run_dir': sys.argv[1]})
def read(blob):
  config, parts = CloudConfigPartHandler(paths), []
  config.handle_part(None, handlers.CONTENT_START, None, None, None, None)
  for part in user_data.UserDataProcessor(paths).process(blob).walk():
    if user_data.is_skippable(part): continue
    kind, payload = part.get_content_type(), fully_decoded_payload(part)
    isConfig = kind == 'text/cloud-config'
    if isConfig: config.handle_part(None, kind, part.get_filename(), payload, None, part)
    parts.append(kind if isConfig else kind + ': ' + payload)
  return {'parts': parts, 'config': config.cloud_buf or {}}
print(json.dumps([read(text.encode()) for text in json.load(sys.stdin)], default=str))
`;

const isInstalled = existsSync('/usr/bin/cloud-init');

/** Tests that need Debian's cloud-init; where it is missing their names say that they stand aside. */
export function withCloudInit(name: string, body: () => void | Promise<void>): void {
  if (isInstalled) test(name, body);
  else test.skip(`${name} (stands aside: the package cloud-init is not installed)`, body);
}

/** What cloud-init's own check of a cloud-config says; empty where it finds nothing wrong. */
export function schemaFaults(cloudConfig: string): string {
  return inFolder((folder) => {
    const file = join(folder, 'user-data');
    writeFileSync(file, cloudConfig);
    const { status, stdout, stderr } = spawnSync('cloud-init', ['schema', '-c', file], { encoding: 'utf8' });
    return status === 0 ? '' : `${status}: ${stdout}${stderr}`;
  });
}

/** Reads user data as machines do; each starts afresh. */
export function read(...userData: readonly string[]): ReadUserData[] {
  return inFolder((folder) => {
    const input = JSON.stringify(userData);
    // The Python of Debian, for which cloud-init is installed.
    const reader = spawnSync('/usr/bin/python3', ['-c', READER, folder], { input, encoding: 'utf8' });
    if (reader.status !== 0) throw new Error(reader.stderr);
    return JSON.parse(reader.stdout) as ReadUserData[];
  });
}

function inFolder<T>(call: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-cloud-init-'));
  try {
    return call(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
