import { openMemoryLeaseStore } from '../../src/state/memory/open-memory-lease-store.ts';
import { leaseStoreSuite } from '../conformance/lease-store.ts';
import { temporaryRepository } from '../support/git-repository.ts';
import { leaseOf } from './stores.ts';

leaseStoreSuite('in memory', () => {
  const store = openMemoryLeaseStore('stowage/state');
  return { ours: store, theirs: store, dispose: () => undefined };
});

leaseStoreSuite('on git, with a remote', () => {
  const repository = temporaryRepository({ remote: true });
  return {
    ours: leaseOf(repository),
    theirs: leaseOf(repository.clone()),
    dispose: () => repository.remove(),
  };
});

leaseStoreSuite('on git, without a remote', () => {
  const repository = temporaryRepository();
  return { ours: leaseOf(repository), theirs: leaseOf(repository), dispose: () => repository.remove() };
});
