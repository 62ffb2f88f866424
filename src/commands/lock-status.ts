import { ExitCode } from '../model/exit-code.ts';
import { lockJson } from '../render/lock-json.ts';
import { lockText } from '../render/lock-text.ts';
import type { Context } from './context.ts';
import { openFleet, openLeases } from './open-fleet.ts';
import type { CommonOptions } from './options.ts';

/** Says who is applying. */
export async function lockStatus(context: Context, options: CommonOptions): Promise<ExitCode> {
  const leases = await openLeases(context, openFleet(context, options));
  const write = options.output === 'json' ? lockJson : lockText;
  context.stdout.write(write(await leases.look(), context.now()));
  return ExitCode.Success;
}
