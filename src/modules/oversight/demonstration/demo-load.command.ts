import type { INestApplicationContext } from '@nestjs/common';
import { AppConfig, StartupError } from '../../../config';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { Obligations } from '../../obligations';
import { LoadCases, type LoadOptions } from './load-cases';
import { loadMoney } from './load-money';
import { loadOtherCases } from './load-other-cases';

/**
 * `demo load --cases N [--seed S] [--persons P] [--others O]`: invented detentions with their whole
 * history, `O` cases of the families that the catalogue serves, and the public money of two years.
 * Posts and the demonstration accounts must be there.
 * @param report told what has been loaded so far, line by line
 * @throws StartupError in production, which holds real people
 */
export async function loadDemonstrationCases(
  app: INestApplicationContext,
  options: { cases: number; seed?: number; persons?: number; others?: number },
  report: (line: string) => void,
): Promise<LoadOptions & { others: number }> {
  if (app.get(AppConfig, { strict: false }).production) {
    throw new StartupError('Production holds real people: load the demonstration elsewhere.');
  }
  const { cases, seed = 1, persons = cases, others = 0 } = options;
  const database = app.get(Database, { strict: false });
  const obligations = app.get(Obligations, { strict: false });
  const audit = app.get(Audit, { strict: false });
  const now = app.get(Clock, { strict: false }).now();
  const loading = new LoadCases(database, obligations, audit, now);
  const loaded = { cases, seed, persons: Math.max(persons, cases) };
  await loading.run(loaded, report);
  await loadOtherCases({ database, obligations }, { count: others, seed }, now);
  await loadMoney({ database, obligations }, seed, now);
  return { ...loaded, others };
}
