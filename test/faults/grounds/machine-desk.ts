import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { Secret } from '../../../src/model/secret.ts';
import type { ShellWith } from '../../../src/providers/hetzner-robot/site.ts';
import type { RemoteHost, ScriptResult } from '../../../src/remote/remote-shell.ts';
import { RemoteFailure } from '../../../src/remote/remote-shell.ts';

/** A script for a machine, as it is asked for from another process. */
export interface DeskQuestion {
  readonly host: RemoteHost;
  /** The private key that it logs in with. */
  readonly identity: string;
  readonly script: string;
}

export type DeskAnswer =
  { readonly result: ScriptResult } | { readonly failure: Pick<RemoteFailure, 'why' | 'message' | 'hint'> };

/** Lets other processes run scripts on the machines of this one, over loopback. */
export async function machineDesk(shellWith: ShellWith): Promise<{ url: string; close(): Promise<void> }> {
  // As over SSH, a script goes on whether or not somebody waits for it.
  const quiet = new AbortController().signal;
  const answerTo = async ({ host, identity, script }: DeskQuestion): Promise<DeskAnswer> => {
    try {
      const shell = shellWith(() => Promise.resolve(new Secret(identity)));
      return { result: await shell.run(host, script, quiet) };
    } catch (error) {
      if (!(error instanceof RemoteFailure)) throw error;
      const { why, message, hint } = error;
      return { failure: { why, message, hint } };
    }
  };
  const server = createServer((request, response) => {
    json(request)
      .then((question) => answerTo(question as DeskQuestion))
      .then(
        (answer) => response.end(JSON.stringify(answer)),
        // Whoever asked died over its question.
        () => request.socket.destroy(),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
