import { createLogger } from '../../../src/platform/http/logger';
import { createApi } from '../../../src/api.module';
import { createWorker } from '../../../src/worker.module';
import { testConfig } from '../../support/app';
import { createTestDatabase, type TestDatabase } from '../../support/database';

describe('the processes of the product', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it.each([
    ['the API', createApi],
    ['the worker', createWorker],
  ])('%s starts with every part in its place, and stops', async (_, create) => {
    const app = await create(testConfig(database), { logger: createLogger('silent') });
    await app.listen(0, '127.0.0.1');
    const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    await app.close();
  });
});
