import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Actor } from '../../../platform/access/actor';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { Files } from '../../../platform/files/files';
import { FaultLog } from '../../../platform/jobs/fault-log';
import { Ticker } from '../../../platform/jobs/ticker';
import { Outbox } from '../../../platform/outbox/outbox';
import { ScanDocument } from '../jobs/documents.jobs';
import { Scanner } from './scanner';

const WITHOUT_ROW = statement(
  'documents.orphans',
  `SELECT f.id FROM unnest($1::uuid[]) AS f (id)
    WHERE NOT EXISTS (SELECT 1 FROM document_versions v WHERE v.file_id = f.id)`,
);
const UNSCANNED = statement(
  'documents.unscanned',
  `SELECT v.id, CASE WHEN c.tier <> 'sealed' THEN c.post_id END AS "postId"
     FROM document_versions v JOIN documents d ON d.id = v.document_id
     LEFT JOIN cases c ON c.id = d.case_id
    WHERE v.scan = 'unscanned' ORDER BY v.id`,
);

const EVERY = 60 * 60_000;
/** Hours after which a file that no row names will not get one any more: no upload lasts so long. */
export const ORPHAN_AFTER = 24;
const BATCH = 500;

/** Removes what crashes left behind, and has a scanner that came later look at what it missed. */
@Injectable()
export class DocumentUpkeep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly ticker: Ticker;

  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly scanner: Scanner,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    faults: FaultLog,
  ) {
    this.ticker = new Ticker('documents', EVERY, () => this.sweep(), faults);
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.scanner.clamd) await this.askForMissedScans();
    this.ticker.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.ticker.stop();
  }

  /** Removes unfinished arrivals and files without a row, once they are old enough; how many. */
  async sweep(): Promise<number> {
    const before = new Date(this.clock.now().subtract({ hours: ORPHAN_AFTER }).epochMilliseconds);
    let removed = await this.files.sweepIncoming(before);
    let batch: string[] = [];
    for await (const { id, at } of this.files.list()) {
      if (at >= before) continue;
      batch.push(id);
      if (batch.length < BATCH) continue;
      removed += await this.removeOrphans(batch);
      batch = [];
    }
    return removed + (await this.removeOrphans(batch));
  }

  private async removeOrphans(ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0;
    const orphans = await this.asSystem(() =>
      this.database.query<{ id: string }>(WITHOUT_ROW, [ids]),
    );
    for (const { id } of orphans) await this.files.remove(id);
    return orphans.length;
  }

  private askForMissedScans(): Promise<void> {
    return this.asSystem(async () => {
      const missed = await this.database.query<{ id: string; postId: string | null }>(UNSCANNED);
      await this.outbox.appendAll(
        ScanDocument,
        missed.map(({ id, postId }) => ({ payload: { versionId: id }, postId })),
      );
    });
  }

  private asSystem<T>(work: () => Promise<T>): Promise<T> {
    return this.database.inTransaction(Actor.system(), work);
  }
}
