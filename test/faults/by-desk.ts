import type { ShellWith } from '../../src/providers/hetzner-robot/site.ts';
import { RemoteFailure } from '../../src/remote/remote-shell.ts';
import type { DeskAnswer, DeskQuestion } from './grounds/machine-desk.ts';

/** Shells to the machines of the process that has its desk there. */
export function byDesk(url: string): ShellWith {
  return (identity) => ({
    run: async (host, script, signal) => {
      const question: DeskQuestion = { host, identity: (await identity()).reveal(), script };
      const body = JSON.stringify(question);
      try {
        const response = await fetch(url, { method: 'POST', body, signal });
        const answer = (await response.json()) as DeskAnswer;
        if ('result' in answer) return answer.result;
        const { why, message, hint } = answer.failure;
        throw new RemoteFailure(why, message, hint);
      } catch (error) {
        if (error instanceof RemoteFailure) throw error;
        throw new RemoteFailure('unreachable', 'the connection broke', 'none');
      }
    },
  });
}
