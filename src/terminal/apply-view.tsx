import { Box, Static, Text } from 'ink';
import type { ApplyEvent } from '../model/apply-event.ts';
import { applyEventLine } from '../render/apply-event-line.ts';
import { coloured, plain } from '../render/paint.ts';

/** Of a long apply the last few finished steps stay on the screen; the journal has them all. */
const RECENT = 8;
/** What a person must not miss scrolls away above the live view, and stays in the scrollback. */
const LASTING: ReadonlySet<ApplyEvent['type']> = new Set([
  'recovered',
  'failed',
  'unresolved',
  'skipped',
  'finished',
]);

/** The live view of an apply: what finished scrolls away, what is under way stays at the bottom. */
export function ApplyView({ events, rows }: { events: readonly ApplyEvent[]; rows: number | undefined }) {
  const isOver = events.some((event) => event.type === 'finished');
  const lasting = events
    .filter(({ type }) => LASTING.has(type))
    .map((event, nth) => ({ key: `${nth}`, line: applyEventLine(event, coloured) ?? '' }));
  const lines = linesOf(events);
  // A frame as high as the terminal makes Ink clear the scrollback.
  const room = Math.max(0, (rows ?? 24) - 1);
  return (
    <>
      <Static items={lasting}>{({ key, line }) => <Text key={key}>{line}</Text>}</Static>
      {!isOver && (
        <Box flexDirection="column">
          {lines.slice(Math.max(0, lines.length - room)).map(({ key, text, dim }) => (
            <Text key={key} dimColor={dim} wrap="truncate-end">
              {text}
            </Text>
          ))}
        </Box>
      )}
    </>
  );
}

interface Line {
  readonly key: string;
  readonly text: string;
  readonly dim: boolean;
}

function linesOf(events: readonly ApplyEvent[]): Line[] {
  const done = events.filter((event) => event.type === 'done');
  const begun = events.filter((event) => event.type === 'begun');
  const ended = new Set(
    events.flatMap((event) => ('step' in event && event.type !== 'begun' ? event.step : [])),
  );
  const recording = events.findLast((event) => event.type === 'recording' && event.entries > 0);
  const waiting = events.at(-1)?.type === 'waiting' ? events.at(-1) : undefined;
  return [
    ...done.slice(-RECENT).map(({ step }) => ({ key: step, text: `✓ ${step}`, dim: true })),
    ...begun
      .filter(({ step }) => !ended.has(step))
      .map(({ step, provider }) => ({ key: step, text: `… ${step} at ${provider}`, dim: false })),
    ...(recording
      ? [{ key: '', text: `${applyEventLine(recording, plain)}, ${done.length} steps done`, dim: false }]
      : []),
    ...(waiting ? [{ key: 'waiting', text: applyEventLine(waiting, plain) ?? '', dim: true }] : []),
  ];
}
