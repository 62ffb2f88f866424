import { CommanderError } from 'commander';
import { ExitCode } from '../model/exit-code.ts';
import { StowageError } from '../model/stowage-error.ts';
import { commandLine } from './cli.ts';
import type { Context, Output } from './context.ts';

/** Runs one command line (without the program's own name) and returns its exit status. Never throws. */
export async function run(args: readonly string[], world: Context): Promise<number> {
  const context = discreet(world);
  let status: number = ExitCode.Success;
  try {
    await commandLine(context, (code) => (status = code)).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.Success : ExitCode.Error;
    return reportError(error, args.includes('--debug'), context);
  }
  return status;
}

/** Nothing is printed with a secret in it that this run has seen, whoever wrote the message. */
function discreet(world: Context): Context {
  const { stdout, stderr, revealed } = world;
  const scrubbed = (output: Output): Output => ({
    isTTY: output.isTTY,
    write: (text) => output.write(revealed.scrub(text)),
  });
  return { ...world, stdout: scrubbed(stdout), stderr: scrubbed(stderr) };
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
