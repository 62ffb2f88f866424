import { Box, Static, Text } from 'ink';
import type { ApplyEvent } from '../model/apply-event.ts';
import { applyEventLine } from '../render/apply-event-line.ts';
import { coloured, plain } from '../render/paint.ts';

/** Of a long apply the last few finished steps stay on the screen; the journal has them all. */
const RECENT = 8;

/** The live view of an apply: what finished scrolls away, what is under way stays at the bottom. */
export function ApplyView({ events, rows }: { events: readonly ApplyEvent[]; rows: number | undefined }) {
  const finished = events.find((event) => event.type === 'finished');
  const recording = events.find((event) => event.type === 'recording');
  const done = events.filter((event) => event.type === 'done');
  const closing = finished ? [applyEventLine(finished, coloured) ?? ''] : [];
  const lines = [
    ...done.slice(-RECENT).map(({ step }) => ({ key: step, text: `✓ ${step}`, dim: true })),
    ...(recording
      ? [{ key: '', text: `${applyEventLine(recording, plain)}, ${done.length} steps done`, dim: false }]
      : []),
  ];
  // A frame as high as the terminal makes Ink clear the scrollback.
  const room = Math.max(0, (rows ?? 24) - 1);
  return (
    <>
      <Static items={closing}>{(line) => <Text key={line}>{line}</Text>}</Static>
      {!finished && (
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
