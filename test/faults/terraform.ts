import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killAt } from './kill-at.ts';
import { names } from './kills.ts';

/** What became of objects after a run was killed and another ended. */
export interface Harm {
  /** Made once more than asked for. */
  readonly doubled: number;
  /** Made, and in no record. */
  readonly lost: number;
  /** Recorded, and never made. */
  readonly unknown: number;
  /** The record itself could not be used any more. */
  readonly unusable: boolean;
}

/** Whether terraform is there to compare with, and which. */
export function terraformVersion(): string | null {
  try {
    const { terraform_version: version } = JSON.parse(
      execFileSync('terraform', ['version', '-json'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as { terraform_version: string };
    return version;
  } catch {
    return null;
  }
}

/**
 * Lets terraform make objects, each a line in a file, kills it and applies again. A resource of its built-in provider
 * with a command is what it has for an order that takes a moment.
 */
export async function terraformKilled(count: number, killAtEffect: number, latencyMs: number): Promise<Harm> {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-terraform-'));
  const log = join(folder, 'made');
  try {
    writeFileSync(
      join(folder, 'main.tf'),
      `resource "terraform_data" "host" {
  for_each = toset(${JSON.stringify(names(count))})
  input    = each.key
  provisioner "local-exec" {
    command = "echo \${each.key} >> ${log}; sleep ${latencyMs / 1000}"
  }
}
`,
    );
    execFileSync('terraform', ['init', '-input=false', '-no-color'], { cwd: folder, stdio: 'ignore' });
    await apply(folder, killAtEffect, log);
    rmSync(join(folder, '.terraform.tfstate.lock.info'), { force: true });
    const state = join(folder, 'terraform.tfstate');
    const unusable = existsSync(state) && statSync(state).size === 0;
    await apply(folder, null, log);
    const made = linesOf(log);
    const recorded = execFileSync('terraform', ['state', 'list'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const known = new Set([...recorded.matchAll(/\["([^"]+)"\]/g)].map(([, name]) => name ?? ''));
    const distinct = new Set(made);
    return {
      doubled: made.length - distinct.size,
      lost: [...distinct].filter((name) => !known.has(name)).length,
      unknown: [...known].filter((name) => !distinct.has(name)).length,
      unusable,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function apply(cwd: string, killAtEffect: number | null, log: string): Promise<void> {
  const args = ['apply', '-auto-approve', '-input=false', '-no-color', '-parallelism=8', '-lock=false'];
  const child = spawn('terraform', args, { cwd, stdio: 'ignore', detached: true });
  if (killAtEffect !== null) void killAt(killAtEffect, () => linesOf(log).length, child, true);
  await new Promise((resolve) => child.once('close', resolve));
}

function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}
