import { ExitCode } from '../model/exit-code.ts';
import { nearestName } from '../model/nearest-name.ts';
import { StowageError } from '../model/stowage-error.ts';
import { CHECK_CATALOGUE } from '../pipeline/check-catalogue.ts';
import { checkPageJson } from '../render/check-page-json.ts';
import { checkPageText } from '../render/check-page-text.ts';
import { codeNote } from '../render/code-note.ts';
import type { Context } from './context.ts';
import type { CommonOptions } from './options.ts';
import { paintFor } from './session.ts';

/**
 * Says what a diagnostic's code means; undefined where the name is no code, nor near to one. Needs no fleet. A service
 * of such a name is explained by its whole address.
 */
export function explainCheck(context: Context, name: string, options: CommonOptions): ExitCode | undefined {
  if (name.includes('/') || !name.includes('.')) return undefined;
  const check = CHECK_CATALOGUE.get(name);
  const meaning = check?.page.meaning ?? codeNote(name);
  if (meaning !== undefined) {
    const entry = { id: name, severity: check?.severity ?? 'error', ...check?.page, meaning };
    const paint = paintFor(context.stdout, context, options);
    context.stdout.write(options.output === 'json' ? checkPageJson(entry) : checkPageText(entry, paint));
    return ExitCode.Success;
  }
  const near = nearestName(name, CHECK_CATALOGUE.keys());
  if (near === undefined) return undefined;
  throw new StowageError('explain.check', `there is no check ${name}`, `did you mean ${near}?`);
}
