import type { OpenGround } from './ground.ts';
import { hetznerCloud } from './hetzner-cloud.ts';
import { ionos } from './ionos.ts';
import { sandbox } from './sandbox.ts';

/** The grounds by the family of their providers. */
export const GROUNDS: Readonly<Record<string, OpenGround>> = {
  sandbox,
  'hetzner-cloud': hetznerCloud,
  'ionos-dcd': ionos,
};
