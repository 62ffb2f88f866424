import { providerSuite } from '../../conformance/provider.ts';
import { reportChecked } from '../../emulators/report-checked.ts';
import { emulated, ionosOrder } from './emulated.ts';

providerSuite('ionos-dcd', async () => {
  const { provider, emulator } = await emulated();
  const { parameters, region } = ionosOrder();
  return {
    provider,
    parameters,
    region: region ?? '',
    stray: async (name) => {
      const { servers, centres } = emulator.vendor;
      const [centre] = [...centres.all.values()];
      if (!centre) throw new Error('the emulated contract has no virtual data centre');
      const properties = { name, cores: 4, ram: 8192, cpuFamily: 'INTEL_SKYLAKE' };
      const volumes = { items: [{ properties: { name: 'system', size: 50, type: 'SSD' } }] };
      const nics = { items: [{ properties: { lan: 1, dhcp: true } }] };
      return Promise.resolve(servers.stand(centre, { properties, entities: { volumes, nics } }).id);
    },
    dispose: () => emulator.close(),
  };
});

reportChecked('ionos-cloud-v6.openapi.json');
