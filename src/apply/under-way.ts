import type { ApplyEvent } from '../model/apply-event.ts';
import type { Ended, Work } from './work.ts';

const HEARTBEAT_MS = 30_000;

/** Work that is under way outside, until what came of it is taken to be recorded. */
export class UnderWay {
  readonly #report: (event: ApplyEvent) => void;
  #ended: Ended[] = [];
  #wake: () => void = () => undefined;

  constructor(report: (event: ApplyEvent) => void) {
    this.#report = report;
  }

  begin(work: Work): void {
    void work().then((end) => {
      this.#ended.push(end);
      this.#wake();
    });
  }

  /** What has ended since it was last asked. */
  takeEnded(): Ended[] {
    const ended = this.#ended;
    this.#ended = [];
    return ended;
  }

  /** Waits until something has ended, and tells from time to time what is waited for. */
  async someEnd(awaited: readonly string[]): Promise<void> {
    const start = Date.now();
    const heartbeat = setInterval(() => {
      const seconds = Math.round((Date.now() - start) / 1000);
      this.#report({ type: 'waiting', for: awaited.join(', '), seconds });
    }, HEARTBEAT_MS);
    while (this.#ended.length === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    clearInterval(heartbeat);
  }
}
