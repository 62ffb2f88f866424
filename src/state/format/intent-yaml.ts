import type { Intent } from '../../model/intent.ts';
import { decodeYamlFile } from './decode-yaml-file.ts';
import { fileText } from './file-text.ts';
import { outsideStepData, outsideStepOf } from './outside-step.ts';
import type { StateFile } from './state-file.ts';
import { encodeYaml } from './yaml-text.ts';

/** Writes an intent: what was begun and why nobody knows its outcome, then the step as plans and manifests show it. */
export function encodeIntent({ step, unresolved, ...facts }: Intent): string {
  const { id, since, uid, request, epoch, plan, desired } = facts;
  return encodeYaml({
    id,
    since,
    ...(unresolved !== null && { unresolved }),
    uid,
    request,
    epoch,
    plan,
    desired,
    step: outsideStepData(step),
  });
}

/** Reads an intent back; its id is that of its path. Throws `state.unreadable`. */
export function decodeIntent(file: StateFile, id: string): Intent {
  return decodeYamlFile(file, fileText(file), (shape) => {
    shape.only('id', 'since', 'unresolved', 'uid', 'request', 'epoch', 'plan', 'desired', 'step');
    return {
      id: shape.field('id').oneOf([id]),
      step: outsideStepOf(shape.field('step')),
      uid: shape.field('uid').text(),
      request: shape.field('request').text(),
      epoch: shape.field('epoch').count(),
      plan: shape.field('plan').text(),
      desired: shape.field('desired').text(),
      since: shape.field('since').text(),
      unresolved: shape.field('unresolved').optional()?.text() ?? null,
    };
  });
}
