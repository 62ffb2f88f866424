import { relative, resolve } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { hasErrors } from '../model/diagnostic.ts';
import { ExitCode } from '../model/exit-code.ts';
import type { InputFile } from '../model/input-file.ts';
import { StowageError } from '../model/stowage-error.ts';
import type { Validation } from '../model/validation.ts';
import { validateFleet } from '../pipeline/validate-fleet.ts';
import { diagnosticsJson } from '../render/diagnostics-json.ts';
import { validationSummary } from '../render/diagnostics-text.ts';
import { ciReport } from './ci-report.ts';
import type { Context } from './context.ts';
import type { OpenFleet } from './open-fleet.ts';
import { openFleet } from './open-fleet.ts';
import type { CommonOptions } from './options.ts';
import { paintFor, todayOf, writeDiagnostics } from './session.ts';

/**
 * Checks the fleet's manifests. Paths inside the inventory narrow what is reported; paths outside it are
 * checked by themselves.
 */
export function validate(context: Context, paths: readonly string[], options: CommonOptions): ExitCode {
  const fleet = openFleet(context, options);
  const scope = scopeOf(fleet, paths, context.cwd);
  const files = filesIn(fleet, scope.read);
  const { value: graph, diagnostics } = validateFleet(files, todayOf(context), fleet.project);
  const told = [
    ...fleet.diagnostics,
    ...diagnostics.filter((diagnostic) => touches(diagnostic, scope.reports)),
  ];
  const validation: Validation = {
    files: files.length,
    resources: graph.manifests.length,
    diagnostics: told,
  };
  const sources = fleet.projectFile ? [fleet.projectFile, ...files] : files;
  const { output } = options;
  const looked = sources.filter(({ path }) => path === fleet.projectFile?.path || scope.reports(path));
  const found = { root: fleet.workspace.root, diagnostics: told, files: looked };
  const report = output === 'json' ? diagnosticsJson(validation) : ciReport(context, output, found);
  if (report !== undefined) context.stdout.write(report);
  if (output === 'text' || output === 'github') {
    const paint = paintFor(context.stdout, context, options);
    if (!options.quiet || hasErrors(told)) writeDiagnostics(context.stdout, told, sources, paint);
    if (!options.quiet) context.stdout.write(validationSummary(validation, paint));
  }
  return hasErrors(told) ? ExitCode.Invalid : ExitCode.Success;
}

/** Tells whether a mistake has an end in what is reported on. What several manifests miss is the mistake of each. */
function touches({ code, file, related }: Diagnostic, reports: Scope['reports']): boolean {
  return (
    reports(file) || (/^ref\.(unknown|kind)$/.test(code) && related.some((other) => reports(other.file)))
  );
}

/** The files to check. Where the settings are broken, that their default folder is missing is no news. */
function filesIn({ workspace, diagnostics }: OpenFleet, paths: readonly string[]): readonly InputFile[] {
  try {
    return workspace.inventory(paths).files;
  } catch (error) {
    if (error instanceof StowageError && hasErrors(diagnostics)) return [];
    throw error;
  }
}

interface Scope {
  readonly read: readonly string[];
  readonly reports: (file: string) => boolean;
}

function scopeOf({ workspace, project }: OpenFleet, paths: readonly string[], cwd: string): Scope {
  const { inventory } = project.spec;
  if (paths.length === 0) return { read: inventory, reports: () => true };
  const asked = paths.map(
    (path) => relative(workspace.root, resolve(cwd, path)).replaceAll('\\', '/') || '.',
  );
  const within = (file: string, folder: string): boolean =>
    folder === '.' || file === folder || file.startsWith(`${folder.replace(/\/+$/, '')}/`);
  if (asked.every((path) => inventory.some((folder) => within(path, folder)))) {
    const missing = asked.find((path) => !workspace.file(path));
    if (missing !== undefined) {
      const hint = 'correct the path; without one, the whole inventory is checked';
      throw new StowageError('inventory.missing', `there is no ${missing} in ${workspace.root}`, hint);
    }
    return { read: inventory, reports: (file) => asked.some((path) => within(file, path)) };
  }
  return { read: asked, reports: () => true };
}
