import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Outbox } from '../../platform/outbox/outbox';
import { Timeline } from '../cases';
import type { DocumentKind, DocumentTier } from './domain/document-vocabulary';
import { ScanDocument } from './jobs/documents.jobs';
import type { documentTimelineKinds } from './timeline-kinds';

interface Traced {
  id: string;
  caseId: string | null;
  kind: DocumentKind;
  tier: DocumentTier;
}

type Entry = keyof typeof documentTimelineKinds;

/** What an act on a document leaves in the timeline of its case, in the audit and in the queues. */
@Injectable()
export class DocumentTraces {
  constructor(
    private readonly timeline: Timeline,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async added(document: Traced, { versionId, number }: { versionId: string; number: number }) {
    await this.record(number === 1 ? 'document.added' : 'document.renewed', document, {
      versionId,
      documentKind: document.kind,
    });
  }

  /** One entry in the timeline of its case, as restricted as the document, and one in the audit. */
  async record(action: Entry, document: Traced, data: Record<string, unknown>): Promise<void> {
    const { id, caseId, tier } = document;
    if (caseId !== null) {
      await this.timeline.append({
        caseId,
        kind: action,
        occurredAt: this.clock.now(),
        tier,
        data: { documentId: id, ...data },
      });
    }
    await this.audit.record({
      action,
      subjectType: 'document',
      subjectId: id,
      details: { caseId, ...data },
    });
  }

  /** @param postId whose queue carries it; null for sealed cases and for persons */
  askForScan(versionId: string, postId: string | null): Promise<void> {
    return this.outbox.append(ScanDocument, { versionId }, { postId });
  }
}
