import { openGitStateStore } from '../../src/state/git/open-git-state-store.ts';
import { stateStoreSuite } from '../conformance/state-store.ts';
import { temporaryRepository } from '../support/git-repository.ts';

for (const remote of [false, true]) {
  stateStoreSuite(remote ? 'on git, with a remote' : 'on git, without a remote', () => {
    const repository = temporaryRepository({ remote });
    const { directory, environment } = repository;
    const store = openGitStateStore({
      directory,
      environment,
      branch: 'stowage/state',
      remote: remote ? 'origin' : null,
    });
    return { store, dispose: () => repository.remove() };
  });
}
