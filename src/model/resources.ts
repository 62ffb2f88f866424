import type { Resources } from './spec/definitions.ts';

/** The resources a service asks for and a compute has, in the order they are shown. */
export const RESOURCES = ['cores', 'memory', 'vram', 'nvme', 'gpu'] as const;

export type Resource = (typeof RESOURCES)[number];

/** An amount of every resource: cores, memory and vram in MB, nvme in GB, gpu as a count. */
export type ResourceVector = Readonly<Record<Resource, number>>;

export const NO_RESOURCES: ResourceVector = { cores: 0, memory: 0, vram: 0, nvme: 0, gpu: 0 };

/** Completes a partial amount with zeros. */
export function vectorOf(amount: Resources | undefined): ResourceVector {
  return { ...NO_RESOURCES, ...amount };
}

export function addResources(a: ResourceVector, b: ResourceVector): ResourceVector {
  return eachResource((resource) => exact(a[resource] + b[resource]));
}

export function subtractResources(a: ResourceVector, b: ResourceVector): ResourceVector {
  return eachResource((resource) => exact(a[resource] - b[resource]));
}

export function scaleResources(amount: ResourceVector, factor: number): ResourceVector {
  return eachResource((resource) => exact(amount[resource] * factor));
}

/** Builds an amount from one figure per resource. */
export function eachResource(figure: (resource: Resource) => number): ResourceVector {
  return {
    cores: figure('cores'),
    memory: figure('memory'),
    vram: figure('vram'),
    nvme: figure('nvme'),
    gpu: figure('gpu'),
  };
}

/** Removes what binary fractions add (0.1 + 0.2), without touching anything a manifest can express. */
export function exact(amount: number): number {
  return Math.round(amount * 1e6) / 1e6;
}
