import type { OpenGround } from './ground.ts';
import { hetznerCloud } from './hetzner-cloud.ts';
import { hetznerRobot } from './hetzner-robot.ts';
import { ionos } from './ionos.ts';
import { sandbox } from './sandbox.ts';

/** The grounds by the family of their providers. */
export const GROUNDS: Readonly<Record<string, OpenGround>> = {
  sandbox,
  'hetzner-cloud': hetznerCloud,
  'hetzner-robot': hetznerRobot,
  'ionos-dcd': ionos,
};
