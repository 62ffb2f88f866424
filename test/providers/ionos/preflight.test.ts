import { describe, expect, test } from '@jest/globals';
import type { MachineOrder } from '../../../src/model/machine.ts';
import { reportChecked } from '../../emulators/report-checked.ts';
import type { Emulated } from './emulated.ts';
import { calls, emulatedInTests, ionosOrder, marker, QUIET, stand } from './emulated.ts';

const emulated = emulatedInTests();
reportChecked('ionos-cloud-v6.openapi.json');

const quotes = ({ provider }: Emulated, ...orders: Partial<MachineOrder>[]) =>
  provider.preflight(
    orders.map((order, nth) => ({ step: `s${nth}`, order: ionosOrder(`web-${nth}`, order) })),
    'acme',
  );
const parameters = ionosOrder().parameters;

describe('before anything is ordered, it says', () => {
  test('in which region there is a virtual data centre; what it costs nobody tells', async () => {
    const [quote] = await quotes(await emulated(), { region: 'us/las', fallback: ['de/txl', 'de/fra'] });
    expect(quote).toEqual({
      step: 's0',
      region: 'de/txl',
      resources: { cores: 4, memory: 8192, nvme: 50 },
      unknown: true,
      price: null,
      objection: null,
    });
  });

  test.each([
    ['its template', '22222222-0000-4000-8000-000000000001', 'DAS', { cores: 2, memory: 4096, nvme: 120 }],
    ['one with a volume of its own', '22222222-0000-4000-8000-000000000001', 'SSD', { nvme: 50 }],
    ['one with GPUs', '22222222-0000-4000-8000-000000000002', 'DAS', { cores: 15, memory: 267264, gpu: 1 }],
  ])('what a machine will have by %s', async (_what, templateUuid, volumeType, resources) => {
    const order = { parameters: { templateUuid, volumeType, volumeSize: 50 } };
    const [quote] = await quotes(await emulated(), order);
    expect(quote).toMatchObject({ resources, objection: null });
  });

  test('nothing of what is in stock, as nobody tells that either', async () => {
    const [quote] = await quotes(await emulated({ stock: { 'INTEL_SKYLAKE@de/fra': 0 } }), {});
    expect(quote).toMatchObject({ region: 'de/fra', objection: null });
  });

  test.each([
    ['place', { region: 'de/frb' }, 'location de/frb', 'did you mean de/fra?'],
    ['virtual data centre there', { region: 'us/las' }, 'in us/las', 'de/fra, de/txl'],
    [
      'CPU family there',
      { parameters: { ...parameters, cpuFamily: 'INTEL_SKYLAK' } },
      'de/fra',
      'INTEL_SKYLAKE?',
    ],
    ['image of an alias', { image: 'debian:lates' }, 'debian:lates', 'did you mean debian:latest?'],
    ['image of an id', { image: '99999999-0000-4000-8000-000000000000' }, '99999999', 'correct'],
    ['image of another place', { image: '11111111-0000-4000-8000-000000000002' }, 'is in de/txl', 'alias'],
    [
      'image without cloud-init',
      { image: '11111111-0000-4000-8000-000000000003' },
      'old-appliance',
      'cloud-init',
    ],
    [
      'template',
      { parameters: { templateUuid: '99999999-0000-4000-8000-000000000000', volumeSize: 50 } },
      'template 99999999',
      'correct',
    ],
    ['LAN', { parameters: { ...parameters, lan: 9 } }, 'LAN 9', '1 (internet)'],
    ['parameter', { parameters: { ...parameters, storage: 9 } }, 'storage', 'volumeSize'],
    ['key', { sshKeys: ['ops'] }, 'ops', 'the public key itself'],
    ['server to take over', { adopt: '99' }, '99', 'spec.adopt'],
  ])('that it knows no such %s', async (_what, order, words, hint) => {
    const [quote] = await quotes(await emulated(), order);
    expect(quote).toMatchObject({
      region: null,
      objection: {
        failure: 'profile',
        message: expect.stringContaining(words),
        hint: expect.stringContaining(hint),
      },
    });
  });

  test('how much is left of a limit that the orders before it use up', async () => {
    const there = await emulated({ quota: { cores: 10 } });
    await there.provider.make(ionosOrder(), marker(), QUIET);
    const [first, second] = await quotes(there, {}, {});
    expect(first).toMatchObject({ objection: null });
    expect(second).toMatchObject({
      objection: {
        failure: 'quota',
        message: 'web-1 needs 4 of cores, and the contract has 2 left of 10',
      },
    });
  });

  test.each([
    ['memory', { ram: 4096 }, 'web-0 needs 8192 MB of memory, and the contract has 4096 MB left of 4096 MB'],
    ['memory of one server', { ramPerServer: 4096 }, 'and the contract allows a server 4096 MB'],
    ['storage', { ssd: 20480 }, 'web-0 needs 51200 MB of SSD storage, and the contract has 20480 MB left'],
    ['one volume', { ssdPerVolume: 20480 }, 'and the contract allows a volume 20480 MB'],
  ])('that there is not enough %s', async (_what, quota, words) => {
    const [quote] = await quotes(await emulated({ quota }), {});
    expect(quote).toMatchObject({ objection: { failure: 'quota', message: expect.stringContaining(words) } });
  });

  test('nothing of limits that the token may not see', async () => {
    const there = await emulated({ quota: { cores: 1 }, faults: [{ on: 'GET /contracts', answer: '403' }] });
    const [quote] = await quotes(there, {});
    expect(quote).toMatchObject({ objection: null });
  });

  test('that a token is not known', async () => {
    const [quote] = await quotes(await emulated({ scope: 'none' }), {});
    expect(quote).toMatchObject({ objection: { failure: 'permission' } });
  });

  test('which server would be taken over', async () => {
    const there = await emulated();
    const [quote] = await quotes(there, { adopt: stand(there, 'old-01', 1).id });
    expect(quote).toEqual({
      step: 's0',
      region: 'de/txl',
      resources: { cores: 4, memory: 8192, nvme: 50 },
      unknown: true,
      price: null,
      objection: null,
    });
  });

  test('all of it with one look, and without effect', async () => {
    const there = await emulated();
    const many = Array.from({ length: 200 }, () => ({}));
    expect(await quotes(there, ...many)).toHaveLength(200);
    expect(calls(there).every((call) => call.startsWith('GET '))).toBe(true);
    expect(calls(there).length).toBeLessThan(6);
  });
});
