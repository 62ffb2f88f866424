import { mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Advice } from '../model/advice.ts';
import { ExitCode } from '../model/exit-code.ts';
import { StowageError } from '../model/stowage-error.ts';
import { recommendFleet } from '../pipeline/recommend-fleet.ts';
import { counted } from '../model/counted.ts';
import { recommendationJson } from '../render/recommendation-json.ts';
import { recommendationManifests } from '../render/recommendation-manifests.ts';
import { recommendationText } from '../render/recommendation-text.ts';
import { budgetUntil } from './budget-until.ts';
import type { Context } from './context.ts';
import type { CommonOptions } from './options.ts';
import { readFleet } from './read-fleet.ts';
import { reportInvalid } from './report-invalid.ts';
import { progressLine } from './progress-line.ts';
import { paintFor, todayOf } from './session.ts';

/** Options of `recommend`. */
export interface RecommendOptions extends CommonOptions {
  /** A folder for a file of Host manifests. */
  readonly write?: string;
  readonly workspace?: string;
  /** Months. */
  readonly horizon: number;
  /** Seconds. */
  readonly timeLimit: number;
}

/** Says what to buy so that everything fits, and writes it down as Hosts when asked to. */
export async function recommendCommand(context: Context, options: RecommendOptions): Promise<ExitCode> {
  const read = await readFleet(context, options);
  if (read.faults) return reportInvalid(context, read.faults, options);
  const { opened, project, graph, recorded } = read.fleet;
  const solver = await context.openSolver();
  const progress = progressLine(context, options, project.spec.currency);
  try {
    const advice = await recommendFleet({
      project,
      graph,
      recorded: recorded.placements,
      today: todayOf(context),
      workspace: options.workspace,
      horizon: options.horizon,
      solver,
      budget: budgetUntil(context, options.timeLimit, progress),
    });
    progress.clear();
    const written =
      options.write === undefined ? null : writeHosts(context, advice, options.write, opened.workspace.root);
    report(context, advice, written, options);
    return ExitCode.Success;
  } finally {
    progress.clear();
    await solver.dispose();
  }
}

function report(context: Context, advice: Advice, written: string | null, options: RecommendOptions): void {
  if (options.output === 'json') {
    context.stdout.write(recommendationJson(advice));
    return;
  }
  context.stdout.write(recommendationText(advice, paintFor(context.stdout, context, options)));
  if (options.quiet || advice.recommendations.length === 0) return;
  const where = options.chdir === undefined ? '' : ` -C ${options.chdir}`;
  if (written === null) context.stderr.write(`Next: stowage recommend${where} --write DIR\n`);
  else {
    const hosts = advice.recommendations.reduce((sum, { quantity }) => sum + quantity, 0);
    context.stderr.write(
      `Wrote ${counted(hosts, 'Host')} to ${written}\nNext: stowage validate${where}, then a pull request\n`,
    );
  }
}

/** Writes one file that is not there yet, named after its first host. */
function writeHosts(context: Context, advice: Advice, folder: string, root: string): string | null {
  const first = advice.recommendations[0]?.hosts[0];
  if (first === undefined) return null;
  const directory = resolve(context.cwd, folder);
  const file = join(directory, `recommended-${first}.yaml`);
  try {
    mkdirSync(directory, { recursive: true });
    context.writeFile(
      file,
      recommendationManifests(advice, relative(directory, join(root, 'schemas/host.json'))),
    );
  } catch (error) {
    throw new StowageError(
      'recommend.unwritable',
      `the hosts cannot be written to ${folder} (${(error as NodeJS.ErrnoException).code})`,
      'name a folder that may be written to',
    );
  }
  return relative(context.cwd, file);
}
