import { Test, type TestingModule } from '@nestjs/testing';
import type { ModuleMetadata } from '@nestjs/common';
import { Pool } from 'pg';
import { ConfigModule } from '../../src/config';
import { platformOf } from '../../src/core';
import { createStaff, type Staff } from '../factories/staff';
import { testConfig } from './app';
import { createTestDatabase, type TestDatabase } from './database';
import { FakeClock } from './fake-clock';

/** The platform and chosen modules over a database of their own, without HTTP. */
export interface TestPlatform {
  module: TestingModule;
  database: TestDatabase;
  owner: Pool;
  clock: FakeClock;
  staff: Staff;
  close(): Promise<void>;
}

export async function createTestPlatform(
  imports: NonNullable<ModuleMetadata['imports']>,
): Promise<TestPlatform> {
  const database = await createTestDatabase();
  const owner = new Pool({ connectionString: database.ownerUrl, max: 4 });
  const staff = await createStaff(owner);
  const clock = new FakeClock();
  const config = testConfig(database);
  const module = await Test.createTestingModule({
    imports: [ConfigModule.of(config), platformOf(config, clock), ...imports],
  }).compile();
  await module.init();
  return {
    module,
    database,
    owner,
    clock,
    staff,
    close: async () => {
      await module.close();
      await owner.end();
      await database.drop();
    },
  };
}
