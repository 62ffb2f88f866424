import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Puts programs into a folder that goes before all others in a PATH, and gives that PATH. */
export function programs(folder: string, sources: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, source] of Object.entries(sources)) {
    writeFileSync(join(folder, name), source);
    chmodSync(join(folder, name), 0o755);
  }
  return `${folder}:/usr/local/bin:/usr/bin:/bin`;
}
