import { reportChecked } from '../../emulators/report-checked.ts';
import { providerSuite } from '../../conformance/provider.ts';
import { emulated, robotOrder } from './emulated.ts';

providerSuite('hetzner-robot', async () => {
  const { provider, emulator } = await emulated();
  return {
    provider,
    parameters: robotOrder().parameters,
    letPass: (day) => emulator.clock.advance(Date.parse(`${day}T23:59:59Z`) + 1000 - emulator.clock.now()),
    dispose: () => emulator.close(),
  };
});

reportChecked('hetzner-robot.openapi.json');
