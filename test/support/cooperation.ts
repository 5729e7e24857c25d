import type { Type } from '@nestjs/common';
import { MoveHoldingsProcessor } from '../../src/modules/cooperation/departures/move-holdings.processor';
import { Holdings } from '../../src/modules/cooperation/departures/holdings';
import { MoveItem } from '../../src/modules/cooperation/departures/move-item';
import { MoveSubrogation } from '../../src/modules/cooperation/departures/move-subrogation';
import { WriteHandOver } from '../../src/modules/cooperation/handover/write-hand-over';
import type { Told } from '../../src/modules/cooperation/jobs/cooperation.jobs';
import { TellColleaguesProcessor } from '../../src/modules/cooperation/jobs/tell-colleagues.processor';
import { Readers } from '../../src/modules/cooperation';
import { AssignCase, CaseFiles } from '../../src/modules/cases';
import { EndSubrogation, Subrogate } from '../../src/modules/network';
import { Notices } from '../../src/modules/notices';
import { Clock } from '../../src/platform/clock/clock';
import { Database } from '../../src/platform/database/database';
import { Effects } from '../../src/platform/jobs/effects';
import type { TestApp } from './app';

/** The work of the worker's processors, by hand, over the parts of the running API. */
export function workOf({ app, owner }: TestApp) {
  const get = <T>(token: Type<T> | (abstract new () => T)): T =>
    app.get(token as Type<T>, { strict: false });
  const database = get(Database);
  const items = new MoveItem(
    database,
    get(AssignCase),
    get(CaseFiles),
    get(WriteHandOver),
    get(Readers),
    new MoveSubrogation(database, get(Subrogate), get(EndSubrogation), get(Clock)),
  );
  const moves = new MoveHoldingsProcessor(database, get(Holdings), items, get(Clock));
  const tells = new TellColleaguesProcessor(database, get(Effects), get(Readers), get(Notices));
  const payloads = async <P>(job: string): Promise<P[]> =>
    (
      await owner.query<{ payload: P }>(`SELECT payload FROM outbox WHERE job = $1 ORDER BY id`, [
        job,
      ])
    ).rows.map((row) => row.payload);
  return {
    items,
    /** Delivers every departure that has been asked for. */
    move: async () => {
      for (const payload of await payloads<{ departureId: string; round: number }>(
        'departure.move',
      )) {
        await moves.run(payload);
      }
    },
    /** Tells whatever is to be told; returns `account kind` of each notice so far. */
    tell: async (): Promise<string[]> => {
      for (const payload of await payloads<{ what: Told; subjectId: string }>('colleague.tell')) {
        await tells.run(payload);
      }
      const { rows } = await owner.query<{ said: string }>(
        `SELECT a.username || ' ' || n.kind AS said FROM notices n JOIN accounts a ON a.id = n.account_id`,
      );
      return rows.map(({ said }) => said).sort();
    },
  };
}
