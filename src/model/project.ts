import type { ProjectSpec } from './spec/project.ts';

/** The fleet's own settings, from `stowage.yaml`, or the defaults where there is none. */
export interface Project {
  /** The fleet's name. */
  readonly name: string;
  /** Where the settings are, for diagnostics about the fleet as a whole. */
  readonly file: string;
  readonly spec: ProjectSpec;
}
