import type { INestApplicationContext } from '@nestjs/common';
import { AppConfig, StartupError } from '../../../config';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { Obligations } from '../../obligations';
import { LoadCases, type LoadOptions } from './load-cases';

/**
 * `demo load --cases N [--seed S] [--persons P]`: invented detentions with their whole history.
 * Posts and the demonstration accounts must be there.
 * @param report told what has been loaded so far, line by line
 * @throws StartupError in production, which holds real people
 */
export async function loadDemonstrationCases(
  app: INestApplicationContext,
  options: { cases: number; seed?: number; persons?: number },
  report: (line: string) => void,
): Promise<LoadOptions> {
  if (app.get(AppConfig, { strict: false }).production) {
    throw new StartupError('Production holds real people: load the demonstration elsewhere.');
  }
  const { cases, seed = 1, persons = cases } = options;
  const loading = new LoadCases(
    app.get(Database, { strict: false }),
    app.get(Obligations, { strict: false }),
    app.get(Audit, { strict: false }),
    app.get(Clock, { strict: false }).now(),
  );
  const loaded = { cases, seed, persons: Math.max(persons, cases) };
  await loading.run(loaded, report);
  return loaded;
}
