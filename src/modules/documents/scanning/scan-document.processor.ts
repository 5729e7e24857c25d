import { Actor } from '../../../platform/access/actor';
import { Clock } from '../../../platform/clock/clock';
import type { StoredText } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError } from '../../../platform/errors/domain-error';
import { CurrentJob } from '../../../platform/jobs/current-job';
import { Handles } from '../../../platform/jobs/handles';
import { PermanentFailure, type JobHandler } from '../../../platform/jobs/job-contract';
import { FileKeys } from '../file-keys';
import { DocumentTraces } from '../document-traces';
import type { DocumentKind, DocumentTier } from '../domain/document-vocabulary';
import { mayBecome, SCAN_STATES, type ScanState } from '../domain/scan-state';
import { ScanDocument } from '../jobs/documents.jobs';
import { Scanner } from './scanner';
import { TellOfInfection } from './tell-of-infection';

const LOAD = statement(
  'documents.to-scan',
  `SELECT v.id AS "versionId", v.file_id AS "fileId", v.file_key AS "fileKey", v.scan, v.uploaded_by AS "uploadedBy",
          d.id, d.case_id AS "caseId", d.person_id AS "personId", d.kind, d.tier
     FROM document_versions v JOIN documents d ON d.id = v.document_id WHERE v.id = $1`,
);
/** Only from a state that leads there: whoever comes second changes nothing. */
const DECIDE = statement(
  'documents.scanned',
  `UPDATE document_versions SET scan = $2, signature = $3, scan_engine = $4, scanned_at = $5
    WHERE id = $1 AND scan = ANY ($6) RETURNING id`,
);

interface ToScan {
  versionId: string;
  fileId: string;
  fileKey: StoredText | null;
  scan: ScanState;
  uploadedBy: string | null;
  id: string;
  caseId: string | null;
  personId: string | null;
  kind: DocumentKind;
  tier: DocumentTier;
}

interface Finding {
  state: 'clean' | 'infected' | 'unscanned';
  signature: string | null;
  engine: string | null;
}

/** No later delivery would open the file either. */
const FOR_GOOD = ['STORED_FILE_MISSING', 'DOCUMENT_KEY_OUT_OF_REACH'];

/** The store is away for now: asked again later. */
class StorageAway extends Error {
  readonly code = 'STORAGE_UNAVAILABLE';
}

/**
 * Takes a file out of quarantine by the scanner's verdict. Without one nothing changes: the job is
 * delivered again, and until then nobody can open the file. The verdict, the alert and the end of
 * the job are one transaction.
 */
@Handles(ScanDocument)
export class ScanDocumentProcessor implements JobHandler<{ versionId: string }> {
  constructor(
    private readonly database: Database,
    private readonly scanner: Scanner,
    private readonly traces: DocumentTraces,
    private readonly tell: TellOfInfection,
    private readonly current: CurrentJob,
    private readonly keys: FileKeys,
    private readonly clock: Clock,
  ) {}

  async run({ versionId }: { versionId: string }): Promise<void> {
    const [version] = await this.asSystem(() => this.database.query<ToScan>(LOAD, [versionId]));
    if (!version || !mayBecome(version.scan, 'clean')) return;
    const finding = await this.look(version);
    if (!mayBecome(version.scan, finding.state)) return;
    await this.asSystem(async () => {
      await this.decide(version, finding);
      await this.endJob();
    });
  }

  private async look(version: ToScan): Promise<Finding> {
    const { clamd } = this.scanner;
    if (!clamd) return { state: 'unscanned', signature: null, engine: null };
    const engine = await clamd.version();
    const { signature } = await clamd.scan(await this.open(version));
    return { state: signature === null ? 'clean' : 'infected', signature, engine };
  }

  private async open(version: ToScan) {
    try {
      return await this.keys.open(version);
    } catch (error) {
      if (error instanceof DomainError && FOR_GOOD.includes(error.code)) {
        throw new PermanentFailure(error.code);
      }
      throw new StorageAway();
    }
  }

  private async decide(version: ToScan, { state, signature, engine }: Finding): Promise<void> {
    const from = SCAN_STATES.filter((before) => mayBecome(before, state));
    const values = [version.versionId, state, signature, engine, this.clock.now().toString(), from];
    const decided = await this.database.query(DECIDE, values);
    if (decided.length === 0 || state !== 'infected') return;
    await this.traces.record('document.infected', version, {
      versionId: version.versionId,
      documentKind: version.kind,
    });
    await this.tell.run(version);
  }

  /** The job ends with its effect, in one transaction. */
  private async endJob(): Promise<void> {
    const { outboxId } = this.current;
    if (!outboxId) return;
    await this.current.markDone(outboxId);
    this.current.doneOnCommit();
  }

  private asSystem<T>(work: () => Promise<T>): Promise<T> {
    return this.database.inTransaction(Actor.system(), work);
  }
}
