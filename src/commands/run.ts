import { CommanderError } from 'commander';
import { ExitCode } from '../model/exit-code.ts';
import { StowageError } from '../model/stowage-error.ts';
import { commandLine } from './cli.ts';
import type { Context } from './context.ts';

/** Runs one command line (without the program's own name) and returns its exit status. Never throws. */
export async function run(args: readonly string[], context: Context): Promise<number> {
  let status: number = ExitCode.Success;
  try {
    await commandLine(context, (code) => (status = code)).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.Success : ExitCode.Error;
    return reportError(error, args.includes('--debug'), context);
  }
  return status;
}

function reportError(error: unknown, debug: boolean, { stderr }: Context): number {
  if (error instanceof StowageError) {
    stderr.write(`error ${error.code}: ${error.message}\n  help: ${error.hint}\n`);
    if (debug) stderr.write(`${error.stack}\n`);
    return error.exitCode;
  }
  const message = error instanceof Error ? error.message : String(error);
  stderr.write(
    `error internal: ${message.split('\n')[0]}\n  help: this is a fault of stowage; run it again with --debug and report what it says\n`,
  );
  if (debug && error instanceof Error) stderr.write(`${error.stack}\n`);
  return ExitCode.Error;
}
