import { relative } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { InputFile } from '../model/input-file.ts';
import { CHECK_CATALOGUE } from '../pipeline/check-catalogue.ts';
import { diagnosticsGithub } from '../render/diagnostics-github.ts';
import { diagnosticsGitlab } from '../render/diagnostics-gitlab.ts';
import { diagnosticsJunit } from '../render/diagnostics-junit.ts';
import { diagnosticsSarif } from '../render/diagnostics-sarif.ts';
import type { Findings } from '../render/findings.ts';
import type { Context } from './context.ts';
import { linesOf } from './session.ts';

const REPORTS: Readonly<Record<string, (findings: Findings) => string>> = {
  github: ({ diagnostics }) => diagnosticsGithub(diagnostics),
  gitlab: diagnosticsGitlab,
  junit: diagnosticsJunit,
  sarif: diagnosticsSarif,
};

/** What was found, and in which files of the fleet at `root`. */
export interface Found {
  readonly root: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly InputFile[];
}

/**
 * Writes what a CI service reads; undefined for any other form. Such a service knows files by their paths in the
 * repository, which are those from where the command runs: `-C fleet` is part of them.
 */
export function ciReport(context: Context, form: string, found: Found): string | undefined {
  const { cwd, version } = context;
  const way = relative(cwd, found.root).replaceAll('\\', '/');
  const prefix = way === '' || way.startsWith('..') ? '' : `${way}/`;
  const lineOf = linesOf(found.files);
  return REPORTS[form]?.({
    diagnostics: found.diagnostics.map((diagnostic) => below(diagnostic, prefix)),
    files: found.files.map(({ path }) => prefix + path),
    lineOf: (file, line) => lineOf(file.slice(prefix.length), line),
    checks: CHECK_CATALOGUE,
    version,
  });
}

function below(diagnostic: Diagnostic, prefix: string): Diagnostic {
  const { file, related } = diagnostic;
  return {
    ...diagnostic,
    file: prefix + file,
    related: related.map((other) => ({ ...other, file: prefix + other.file })),
  };
}
