import { createHash } from 'node:crypto';
import { intoCloudConfig } from './into-cloud-config.ts';
import type { UserDataKind } from './kind-of.ts';
import { MESSAGE } from './kind-of.ts';
import type { OwnSettings } from './own-settings.ts';

/** Lists become longer, and of a single value the later one counts. */
const MERGE = { 'Merge-Type': 'list(append)+dict(no_replace,recurse_dict,recurse_list,recurse_str)+str()' };
const CONFIG = 'text/cloud-config';

/**
 * User data in parts. cloud-init lets a later part replace what earlier ones say, setting by setting, unless the part asks
 * for other rules: so what the Host may overrule goes before its own, and what is Stowage's to say after it.
 */
export function multipart(
  theirs: string,
  kind: UserDataKind,
  { unlessSaid, always, added }: OwnSettings,
): string {
  const parts = [
    part(CONFIG, config({ ...unlessSaid })),
    kind === MESSAGE ? theirs.trimStart() : part(kind, theirs),
    part(CONFIG, config({ ...always })),
    part(CONFIG, config({ ...added }), MERGE),
  ];
  const digest = createHash('sha256').update(parts.join('')).digest('hex');
  const boundary = `stowage-${digest.slice(0, 32)}`;
  const head = `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="${boundary}"\n\n`;
  return `${head}${parts.map((one) => `--${boundary}\n${one}\n`).join('')}--${boundary}--\n`;
}

function config(always: OwnSettings['always']): string {
  return intoCloudConfig('#cloud-config\n', { unlessSaid: {}, always, added: {} }, '') ?? '';
}

function part(type: string, content: string, headers: Readonly<Record<string, string>> = {}): string {
  // Whatever is not ASCII would be read in an encoding of the reader's choice.
  const isPlain = /^[\t\n\r -~]*$/.test(content);
  const [encoding, body] = isPlain ? ['7bit', content] : ['base64', inLines(Buffer.from(content))];
  const all = {
    'Content-Type': `${type}; charset="utf-8"`,
    'MIME-Version': '1.0',
    'Content-Transfer-Encoding': encoding,
    ...headers,
  };
  return `${Object.entries(all)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')}\n${body}`;
}

function inLines(bytes: Buffer): string {
  return bytes.toString('base64').replace(/.{76}/g, '$&\n');
}
