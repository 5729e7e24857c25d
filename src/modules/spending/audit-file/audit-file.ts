import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { Translator } from '../../../platform/i18n/messages';
import { ReadAid, type AidOnRecord } from '../../aid';
import { ReadContents, type ReadDocument } from '../../documents';
import { Printer, toPrintOrder, type Annex } from '../../papers';
import { blocksOf, type Annexed, type AidMovement } from './audit-blocks';

const MOVEMENTS = statement(
  'spending.movements-of-aid',
  `SELECT t.happened_on::text AS "happenedOn", t.kind, t.id, e.currency, e.amount::text, e.pen::text, r.pen::text AS rate,
          r.source AS "rateSource", t.certificate
     FROM ledger_transactions t
     JOIN LATERAL (SELECT x.* FROM ledger_entries x WHERE x.transaction_id = t.id AND x.pen >= 0 ORDER BY x.seq LIMIT 1) e ON true
     JOIN exchange_rates r ON r.id = e.rate_id WHERE t.aid_id = $1 ORDER BY t.recorded_at, e.seq`,
);

/** Bytes of annexes that one file takes in; beyond it they are named with their fingerprint. */
const MOST = 60_000_000;
const MINISTRY = 'Ministerio de Relaciones Exteriores';

/** Everything about one aid in one PDF, for whoever audits it (rules §7). */
@Injectable()
export class AuditFile {
  constructor(
    private readonly database: Database,
    private readonly reading: ReadAid,
    private readonly contents: ReadContents,
    private readonly printer: Printer,
    private readonly translator: Translator,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * What the reader may know of it: without the case, the money alone; the evidence only inside the
   * circle. 404 out of reach.
   */
  async print(actor: Actor, aidId: string): Promise<{ name: string; content: Buffer }> {
    const now = this.clock.now();
    const { aid, movements, documents } = await this.database.inTransaction(actor, async () => {
      const found = await this.reading.onRecord(actor, aidId);
      const ids = documentsOf(found);
      const [moved, read] = await Promise.all([
        this.database.query<AidMovement>(MOVEMENTS, [aidId]),
        actor.can('document.read') && ids.length > 0 ? this.contents.newest(ids, MOST) : [],
      ]);
      await this.audit.record({
        ...{ action: 'aid.audit_file_made', subjectType: 'aid', subjectId: aidId },
        details: { annexes: read.length },
      });
      return { aid: found, movements: moved, documents: read };
    });
    const annexed = documents.map((document, i): Annexed => ({ number: i + 1, ...document }));
    const say = (key: string) =>
      this.translator.has(key) ? this.translator.translate('es', key) : key;
    const order = toPrintOrder(blocksOf(aid, { movements, annexed }, say), {
      ...{ title: 'Expediente de la ayuda', postName: MINISTRY, number: aid.number },
      ...{ createdAt: new Date(now.epochMilliseconds), verification: null },
    });
    const content = await this.printer.print({ ...order, annexes: annexed.map(toAnnex) });
    return { name: `expediente-${aid.number}.pdf`, content };
  }
}

/** In the order in which the file speaks of them, each once. */
function documentsOf(aid: AidOnRecord): string[] {
  const ids = [
    aid.proofDocumentId,
    ...[...aid.quotes, ...aid.waterfall, ...aid.receipts].map(({ documentId }) => documentId),
    aid.receiverDocumentId,
  ];
  return [...new Set(ids.filter((id): id is string => id !== null))];
}

const toAnnex = ({ number, title, fileName, mime, content }: Annexed & ReadDocument): Annex => ({
  ...{ caption: `Anexo ${number}: ${title} (${fileName})`, mime, content },
});
