/** What the machine on which limits were set takes for the yardstick, in milliseconds. */
const REFERENCE_MS = 40;
let slowness = 0;

/**
 * Starts counting the processor time of this process; asked, answers how much of it there has been since, in
 * milliseconds. Unlike a clock it stands still while others have the processor, and a slow machine is given more.
 */
export function processorTime(): () => number {
  if (slowness === 0) slowness = Math.max(1, yardstick() / REFERENCE_MS);
  const spent = stopwatch();
  return () => spent() / slowness;
}

function stopwatch(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
}

/** How long some work takes that makes objects and texts, as all of ours does. */
function yardstick(): number {
  const spent = stopwatch();
  let text = JSON.stringify(
    Array.from({ length: 5000 }, (_, nth) => ({ name: `n${nth}`, tags: [nth, 'a'] })),
  );
  for (let round = 0; round < 5; round++) text = JSON.stringify(JSON.parse(text));
  return spent();
}
