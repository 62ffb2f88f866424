import { openMemoryStateStore } from '../../src/state/memory/open-memory-state-store.ts';
import { stateStoreSuite } from '../conformance/state-store.ts';

stateStoreSuite('in memory', () => ({ store: openMemoryStateStore(), dispose: () => undefined }));
