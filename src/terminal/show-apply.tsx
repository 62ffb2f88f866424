import { render } from 'ink';
import type { ApplyEvent } from '../model/apply-event.ts';
import { ApplyView } from './apply-view.tsx';

/** Starts the live view of an apply. Only for a terminal: Ink does not ask whether it writes to one. */
export function showApply(stream: NodeJS.WriteStream) {
  const events: ApplyEvent[] = [];
  const view = render(<ApplyView events={[]} rows={stream.rows} />, { stdout: stream, exitOnCtrlC: false });
  return {
    report(event: ApplyEvent): void {
      events.push(event);
      view.rerender(<ApplyView events={[...events]} rows={stream.rows} />);
    },
    async close(): Promise<void> {
      view.unmount();
      await view.waitUntilExit();
    },
  };
}
