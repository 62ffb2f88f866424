import type { CheckPage } from '../model/check-page.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ListedCheck } from '../model/listed-check.ts';
import type { SourceRange } from '../model/source.ts';
import { codeNote } from './code-note.ts';
import type { Findings } from './findings.ts';
import { fingerprintsOf } from './fingerprints.ts';
import { firstSentence } from './first-sentence.ts';

/** Where paths start from: the root of the repository, as GitHub and other readers understand this name. */
const ROOT = '%SRCROOT%';

/** Writes diagnostics as SARIF 2.1.0 (OASIS, 2020), one run with the rules that found something. */
export function diagnosticsSarif({ diagnostics, lineOf, checks, version }: Findings): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const fingerprints = fingerprintsOf(diagnostics, lineOf);
  const driver = {
    name: 'stowage',
    semanticVersion: version,
    rules: codes.map((code) => rule(code, checks.get(code))),
  };
  const run = {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
    invocations: [{ executionSuccessful: true }],
    results: diagnostics.map((diagnostic, index) => ({
      ...result(diagnostic),
      ruleIndex: codes.indexOf(diagnostic.code),
      partialFingerprints: { 'stowage/v1': fingerprints[index] },
    })),
  };
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function rule(code: string, check: ListedCheck | undefined): object {
  const meaning = (check?.page.meaning ?? codeNote(code) ?? code).trim();
  return {
    id: code,
    shortDescription: { text: firstSentence(meaning) },
    fullDescription: { text: meaning },
    help: { text: helpText(meaning, check?.page), markdown: helpMarkdown(meaning, check?.page) },
    defaultConfiguration: { level: check?.severity ?? 'error' },
    properties: { 'problem.severity': check?.severity ?? 'error', precision: 'very-high' },
  };
}

function helpText(meaning: string, page: CheckPage | undefined): string {
  if (!page) return meaning;
  return `${meaning}\n\nWrong:\n\n${page.fails.trim()}\n\nRight:\n\n${page.passes.trim()}\n`;
}

function helpMarkdown(meaning: string, page: CheckPage | undefined): string {
  if (!page) return meaning;
  const fenced = (yaml: string): string => `\`\`\`yaml\n${yaml.trim()}\n\`\`\``;
  return `${meaning}\n\nWrong:\n\n${fenced(page.fails)}\n\nRight:\n\n${fenced(page.passes)}\n`;
}

function result(diagnostic: Diagnostic): object {
  const { code, severity, message, hint, address, related } = diagnostic;
  return {
    ruleId: code,
    level: severity,
    message: { text: hint ? `${message}\nhelp: ${hint}` : message },
    locations: [
      {
        physicalLocation: physical(diagnostic),
        ...(address !== undefined && {
          logicalLocations: [{ fullyQualifiedName: address, kind: 'resource' }],
        }),
      },
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, index) => ({
        id: index + 1,
        physicalLocation: physical(other),
        message: { text: other.message },
      })),
    }),
  };
}

function physical({ file, line, column, endLine, endColumn }: SourceRange): object {
  return {
    artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}
