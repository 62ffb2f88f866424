import { render } from 'ink';
import type { ApplyEvent } from '../model/apply-event.ts';
import { ApplyView } from './apply-view.tsx';

/** Starts the live view of an apply. Only for a terminal: Ink does not ask whether it writes to one. */
export function showApply(stream: NodeJS.WriteStream) {
  const events: ApplyEvent[] = [];
  const view = render(<ApplyView events={[]} rows={stream.rows} />, { stdout: stream, exitOnCtrlC: false });
  let pending: NodeJS.Immediate | undefined;
  const draw = (): void => {
    pending = undefined;
    view.rerender(<ApplyView events={[...events]} rows={stream.rows} />);
  };
  return {
    report(event: ApplyEvent): void {
      events.push(event);
      // Steps finish by the thousand at once, and a frame for each would take longer than the steps.
      pending ??= setImmediate(draw);
    },
    async close(): Promise<void> {
      clearImmediate(pending);
      draw();
      view.unmount();
      await view.waitUntilExit();
    },
  };
}
