import type { Resources } from '../../model/spec/definitions.ts';
import type { Template } from './api-types.ts';
import type { Wishes } from './server-request.ts';

/** What an order would get: what it asks for, or what its template says, whose storage is the machine's own. */
export function resourcesFor({ server, volume }: Wishes, template: Template | null): Resources {
  const { cores, ram: memory, storageSize, gpus } = { ...server, ...template?.properties };
  const nvme = volume.type === 'DAS' ? storageSize : volume.size;
  return {
    ...(cores !== undefined && { cores }),
    ...(memory !== undefined && { memory }),
    ...(nvme !== undefined && { nvme }),
    ...(gpus && { gpu: gpus.reduce((sum, { count = 0 }) => sum + count, 0) }),
  };
}
