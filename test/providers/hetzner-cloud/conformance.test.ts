import { reportChecked } from '../../emulators/report-checked.ts';
import { providerSuite } from '../../conformance/provider.ts';
import { emulated } from './emulated.ts';

providerSuite('hetzner-cloud', async () => {
  const { provider, emulator } = await emulated();
  return {
    provider,
    stray: async (name) => {
      const body = JSON.stringify({ name, server_type: 'cpx31', image: 'debian-13', location: 'fsn1' });
      const headers = { authorization: 'Bearer another', 'content-type': 'application/json' };
      const response = await fetch(`${emulator.url}/servers`, { method: 'POST', headers, body });
      const { server } = (await response.json()) as { server: { id: number } };
      return String(server.id);
    },
    dispose: () => emulator.close(),
  };
});

reportChecked('hetzner-cloud.openapi.json');
