import { providerSuite } from '../../conformance/provider.ts';
import { reportChecked } from '../../emulators/report-checked.ts';
import { emulated, ionosOrder, stand } from './emulated.ts';

providerSuite('ionos-dcd', async () => {
  const { provider, emulator } = await emulated();
  const { parameters, region } = ionosOrder();
  return {
    provider,
    parameters,
    region: region ?? '',
    stray: (name) => Promise.resolve(stand({ emulator }, name).id),
    dispose: () => emulator.close(),
  };
});

reportChecked('ionos-cloud-v6.openapi.json');
