import { Box, Static, Text } from 'ink';
import type { ApplyEvent } from '../model/apply-event.ts';
import { applyEventLine } from '../render/apply-event-line.ts';
import { coloured } from '../render/paint.ts';

/** Of a long apply the last few finished steps stay on the screen; the journal has them all. */
const RECENT = 8;

/** The live view of an apply: what finished scrolls away, what is under way stays at the bottom. */
export function ApplyView({ events, rows }: { events: readonly ApplyEvent[]; rows: number | undefined }) {
  const finished = events.find((event) => event.type === 'finished');
  const recording = events.find((event) => event.type === 'recording');
  const done = events.filter((event) => event.type === 'done');
  // A frame as high as the terminal makes Ink clear the scrollback.
  const room = Math.max(0, Math.min(RECENT, (rows ?? 24) - 4));
  const closing = finished ? [applyEventLine(finished, coloured) ?? ''] : [];
  return (
    <>
      <Static items={closing}>{(line) => <Text key={line}>{line}</Text>}</Static>
      {!finished && (
        <Box flexDirection="column">
          {done.slice(done.length - room).map(({ step }) => (
            <Text key={step} dimColor>
              ✓ {step}
            </Text>
          ))}
          {recording && (
            <Text>
              Recording {recording.entries} journal entries, {done.length} steps done
            </Text>
          )}
        </Box>
      )}
    </>
  );
}
