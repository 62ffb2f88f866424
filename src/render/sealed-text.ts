import type { Sealed } from '../model/sealed.ts';
import { counted } from '../model/counted.ts';

/** Says what was encrypted for whom, what it replaced, and how a manifest refers to it; in brief only the last. */
export function sealedText(sealed: Sealed, brief: boolean): string {
  const { file, recipients, recipientsFrom, replaced } = sealed;
  const reference = `credentials: { age: ${file} }\n`;
  if (brief) return reference;
  const verb = replaced ? 'Replaced' : 'Wrote';
  const told = [
    `${verb} ${file}, encrypted to ${counted(recipients.length, 'recipient')} (from ${recipientsFrom})`,
    ...changes(sealed),
    `Refer to it in a manifest: ${reference}`,
  ];
  return told.join('\n');
}

/** Who could read it before and who can now: an age file tells numbers, and whether one's own key opens it. */
function changes({ recipients, replaced, readable }: Sealed): string[] {
  if (replaced?.recipients === null) return ['  what was there before was no age file'];
  const others = replaced && replaced.recipients !== recipients.length;
  return [
    ...(others ? [`  it was encrypted to ${counted(replaced.recipients, 'recipient')} before`] : []),
    ...(replaced?.readable && !readable
      ? ['  your identity opened it before, and does not open it now']
      : []),
    ...(replaced && !replaced.readable && readable
      ? ['  your identity opens it now, and did not before']
      : []),
  ];
}
