import { loadDemonstrationIncident } from '../../../src/modules/crisis';
import { createTestApp, type TestApp } from '../../support/app';

describe('the incident of the demonstration', () => {
  let t: TestApp;
  beforeAll(async () => (t = await createTestApp()));
  afterAll(() => t.close());

  it('names some twice, and has a bus with too few seats', async () => {
    await loadDemonstrationIncident(t.app);
    const head = await t.as('jefe.mad');
    const [incident] = (await head.get('/incidents')).body.items;
    expect(incident).toMatchObject({ state: 'active', persons: 11 });
    const of = async (path: string) => (await head.get(`/incidents/${incident.id}${path}`)).body;
    expect((await of('/duplicates')).items.length).toBeGreaterThanOrEqual(2);
    expect((await of('/manifests')).items).toMatchObject([{ seats: { seated: 4, waiting: 2 } }]);
  });
});
