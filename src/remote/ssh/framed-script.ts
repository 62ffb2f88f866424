import { randomBytes } from 'node:crypto';
import type { ScriptResult } from '../remote-shell.ts';

/** A script as it goes over a connection, so that how far it came can be told from what comes back. */
export interface FramedScript {
  /** What the login shell of the machine is told to run; any shell takes it. */
  readonly command: string;
  /** What goes over standard input. */
  readonly input: string;
  /** How far it came: it ended, it began and its end is not known, or it never ran. */
  readonly read: (stdout: string, stderr: string) => ScriptResult | 'begun' | 'not begun';
}

/**
 * Frames a script by marks that nothing else holds: one after it on standard input, without which it is not run, as half
 * a script may do harm, and two around what it writes to standard error, the last with its exit code. So a script may
 * end as it likes, even with the 255 by which ssh says that the connection failed. It is read to its end before it
 * begins, so nothing it calls can swallow the rest of it.
 */
export function framedScript(script: string): FramedScript {
  const mark = `stowage-${randomBytes(12).toString('hex')}`;
  const said = String.raw`printf "%s\n" ${mark} >&2`;
  const done = String.raw`printf "\n%s %d\n" ${mark} $? >&2`;
  const command = `sh -c 's=$(cat); case $s in *${mark}) ${said}; (eval " $s"); ${done};; esac'`;
  return {
    command,
    input: `${script}\n# ${mark}\n`,
    read(stdout, stderr) {
      const begin = stderr.indexOf(`${mark}\n`);
      if (begin === -1) return 'not begun';
      const rest = stderr.slice(begin + mark.length + 1);
      const end = new RegExp(`\n${mark} (\\d+)\n`).exec(rest);
      if (!end) return 'begun';
      const after = rest.slice(end.index + end[0].length);
      return { code: Number(end[1]), stdout, stderr: rest.slice(0, end.index) + after };
    },
  };
}
