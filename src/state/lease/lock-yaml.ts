import type { Lease } from '../../model/lease.ts';
import { StowageError } from '../../model/stowage-error.ts';
import { Shape, ShapeFault } from '../format/shape.ts';
import { decodeYaml, encodeYaml, YamlFault } from '../format/yaml-text.ts';
import type { Lock } from './lock.ts';

/** Writes a lock; the same one always as the same bytes. */
export function encodeLock({ lease, released }: Lock): string {
  const { scope, holder, token, epoch, since, expires } = lease;
  const { name, host, pid, runUrl } = holder;
  return encodeYaml({
    scope,
    holder: { name, host, pid, ...(runUrl !== null && { runUrl }) },
    token,
    epoch,
    since,
    expires,
    ...(released && { released }),
  });
}

/** Reads a lock; `ref` names where it stands. Throws `lock.unreadable`. */
export function decodeLock(ref: string, text: string): Lock {
  try {
    const shape = new Shape(decodeYaml(text));
    shape.only('scope', 'holder', 'token', 'epoch', 'since', 'expires', 'released');
    return { lease: leaseOf(shape), released: shape.field('released').optional()?.truth() ?? false };
  } catch (error) {
    if (error instanceof YamlFault || error instanceof ShapeFault) throw lockUnreadable(ref, error.message);
    throw error;
  }
}

/** Says that what stands at the place of the lock is none, and how to clear it away. */
export function lockUnreadable(ref: string, fault: string): StowageError {
  return new StowageError(
    'lock.unreadable',
    `${ref}: ${fault}`,
    `when nobody is applying, remove it: \`git push <remote> :${ref}\`, or \`git update-ref -d ${ref}\` without a remote`,
  );
}

function leaseOf(shape: Shape): Lease {
  const holder = shape.field('holder').only('name', 'host', 'pid', 'runUrl');
  return {
    scope: shape.field('scope').text(),
    holder: {
      name: holder.field('name').text(),
      host: holder.field('host').text(),
      pid: holder.field('pid').count(),
      runUrl: holder.field('runUrl').optional()?.text() ?? null,
    },
    token: shape.field('token').text(),
    epoch: shape.field('epoch').count(),
    since: momentOf(shape.field('since')),
    expires: momentOf(shape.field('expires')),
  };
}

function momentOf(shape: Shape): string {
  const text = shape.text();
  if (Number.isNaN(Date.parse(text))) throw shape.fault('a moment');
  return text;
}
