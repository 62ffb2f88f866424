import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killAt } from './kill-at.ts';
import type { Ground, OpenGround } from './grounds/ground.ts';
import { sandbox } from './grounds/sandbox.ts';

/** How a run ended. */
export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How one run is to go. */
export interface Fate {
  /** Dies at the nth point. */
  readonly dieAt?: number;
  /** Is held at this point, and again so many points later. */
  readonly holdAt?: string;
  readonly holdAfter?: number;
  /** Dies just before the nth time it runs git, or just after. */
  readonly git?: { readonly nth: number; readonly when: 'before' | 'after' };
  /** Killed from outside when so many machines were made. */
  readonly killAtEffect?: number;
  /** Milliseconds after which it is killed from outside. */
  readonly killAfter?: number;
  readonly trace?: string;
  readonly leaseSeconds?: number;
}

const ENVIRONMENT = {
  ...process.env,
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
};

/** A fleet of hosts in a repository with a bare remote, and the ground where its machines are. */
export class Site {
  readonly folder: string;
  readonly remote: string;
  readonly ground: Ground;
  readonly #mortal: string;

  static async open(mortal: string, open: OpenGround = sandbox): Promise<Site> {
    const folder = mkdtempSync(join(tmpdir(), 'stowage-faults-'));
    return new Site(mortal, folder, await open(folder));
  }

  private constructor(mortal: string, folder: string, ground: Ground) {
    this.#mortal = mortal;
    this.folder = folder;
    this.ground = ground;
    this.remote = join(folder, 'remote.git');
    this.#git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', this.remote);
  }

  /** Makes a work folder with a fleet of its own; all share the state on the remote. */
  work(name: string, hosts: readonly string[], more = ''): string {
    const folder = join(this.folder, name);
    mkdirSync(join(folder, 'inventory'), { recursive: true });
    this.#git(folder, 'init', '--quiet', '--initial-branch=main');
    this.#git(folder, 'remote', 'add', 'origin', this.remote);
    writeFileSync(join(folder, 'stowage.yaml'), PROJECT);
    this.declare(folder, hosts, more);
    return folder;
  }

  /** Writes the fleet anew; `about` is what each Host has besides. */
  declare(
    folder: string,
    hosts: readonly string[],
    more = '',
    about: (host: string) => string = () => '',
  ): void {
    const { documents, region } = this.ground;
    const where = region === undefined ? '' : `, region: ${region}`;
    const machines = hosts.map(
      (name) =>
        `Host, metadata: { name: ${name} }, spec: { workspace: prod, profile: small${where}${about(name)} }`,
    );
    const text = [...BASE, ...documents, ...machines]
      .map((rest) => `{ apiVersion: stowage/v1, kind: ${rest} }`)
      .join('\n---\n');
    writeFileSync(join(folder, 'inventory/fleet.yaml'), `${text}\n${more}`);
  }

  /** Gets the state where the remote has one and this clone does not, as the error says. */
  catchUp(folder: string): void {
    try {
      this.#git(folder, 'rev-parse', '--verify', '--quiet', 'stowage/state');
    } catch {
      if (this.#git(folder, 'ls-remote', 'origin', 'refs/heads/stowage/state') !== '')
        this.#git(folder, 'fetch', '--quiet', 'origin', 'stowage/state:stowage/state');
    }
  }

  start(folder: string, args: readonly string[], fate: Fate = {}) {
    const { dieAt = 0, git, holdAt, holdAfter = 0, killAfter, killAtEffect, trace, leaseSeconds } = fate;
    const child = spawn(process.execPath, [this.#mortal, ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...ENVIRONMENT,
        ...this.ground.environment,
        STOWAGE_DIE_AT: String(dieAt),
        ...(git && this.#deadlyGit(git)),
        ...(holdAt !== undefined && { STOWAGE_HOLD_AT: holdAt, STOWAGE_HOLD_AFTER: String(holdAfter) }),
        ...(trace !== undefined && { STOWAGE_TRACE: trace }),
        ...(leaseSeconds !== undefined && { STOWAGE_LEASE_SECONDS: String(leaseSeconds) }),
      },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data: Buffer) => (stdout += String(data)));
    child.stderr.on('data', (data: Buffer) => (stderr += String(data)));
    if (killAtEffect !== undefined) void killAt(killAtEffect, () => this.ground.effects().length, child);
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    const ended = new Promise<Ended>((resolve) =>
      child.once('close', (status, signal) => {
        clearTimeout(timer);
        resolve({ status, signal, stdout, stderr });
      }),
    );
    return { child, ended };
  }

  async run(folder: string, args: readonly string[], fate: Fate = {}): Promise<Ended> {
    this.catchUp(folder);
    return await this.start(folder, args, fate).ended;
  }

  /** How often stowage has run git since the last time this was set up. */
  gitRuns(): number {
    return filesIn(join(this.folder, 'git-runs')).length;
  }

  /** A `git` that counts how often it is run, and kills whoever runs it for the nth time. */
  #deadlyGit({ nth, when }: NonNullable<Fate['git']>): Record<string, string> {
    const bin = join(this.folder, 'bin');
    const runs = join(this.folder, 'git-runs');
    rmSync(runs, { recursive: true, force: true });
    mkdirSync(runs);
    mkdirSync(bin, { recursive: true });
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    const count = `: > "${runs}/$$"; n=$(ls "${runs}" | wc -l)`;
    const kill = (moment: string): string => (when === moment ? `[ "$n" = ${nth} ] && kill -9 $PPID` : ':');
    const script = `#!/bin/sh\n${count}\n${kill('before')}\n${real} "$@"\nstatus=$?\n${kill('after')}\nexit $status\n`;
    writeFileSync(join(bin, 'git'), script, { mode: 0o755 });
    return { PATH: `${bin}:${process.env['PATH'] ?? ''}` };
  }

  git(...args: readonly string[]): string {
    return this.#git(this.remote, ...args);
  }

  async remove(): Promise<void> {
    await this.ground.close();
    // A git that outlived its stowage may be writing there yet.
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10 });
  }

  #git(folder: string, ...args: readonly string[]): string {
    return execFileSync('git', args, { cwd: folder, env: ENVIRONMENT, encoding: 'utf8' }).trim();
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

const PROJECT = `apiVersion: stowage/v1
kind: Project
metadata: { name: faults }
spec: { guards: { maxOrders: 1000, maxDeletions: 1000, maxDeletionPercent: 100 } }
`;
const BASE = [
  'Organization, metadata: { name: acme }, spec: {}',
  'Workspace, metadata: { name: prod }, spec: { organization: acme }',
];
