import { timingSafeEqual } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Keyring } from '../../platform/crypto/keyring';
import { ProtectedText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { DomainError, notFound } from '../../platform/errors/domain-error';
import { Files } from '../../platform/files/files';
import { DocumentPolicies } from './document-policies';
import { VERSION, type VersionRow } from './document.statements';
import { FileKeys } from './file-keys';
import { previewOf } from './domain/file-types';
import { withheld } from './domain/scan-state';

export const LINK_PURPOSES = ['preview', 'download'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

export interface DocumentLink {
  /** Path on this origin; works for this session alone. */
  url: string;
  expiresAt: string;
}

export interface DocumentContent {
  content: Readable;
  mime: string;
  size: number;
  fileName: string;
  /** Shown in the page, rather than saved. */
  inline: boolean;
}

const TOKEN = /^([0-9a-f-]{36})\.([pd])\.(\d{1,12})\.([\w-]{43})$/;

/**
 * Addresses of contents: signed, for one session of one account and a few minutes, with ids alone in
 * them. Whoever opens one is checked again like anybody: scope, state of the file, session.
 */
@Injectable()
export class DocumentLinks {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly policies: DocumentPolicies,
    private readonly keyring: Keyring,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly fileKeys: FileKeys,
  ) {}

  /**
   * An address for one version.
   * @throws DomainError NOT_FOUND (404), DOCUMENT_IN_QUARANTINE, DOCUMENT_INFECTED,
   * DOCUMENT_NOT_SCANNED, DOCUMENT_WITHOUT_PREVIEW (409)
   */
  create(
    actor: Actor,
    versionId: string,
    { purpose }: { purpose: LinkPurpose },
  ): Promise<DocumentLink> {
    return this.database.inTransaction(actor, async () => {
      const { mime } = await this.open(versionId);
      if (purpose === 'preview' && !previewOf(mime)) {
        throw new DomainError('DOCUMENT_WITHOUT_PREVIEW', { status: 409 });
      }
      const { linkMinutes } = await this.policies.current();
      const until = this.clock.now().add({ minutes: linkMinutes }).round('second');
      const seconds = Math.floor(until.epochMilliseconds / 1_000);
      const claim = `${versionId}.${purpose === 'preview' ? 'p' : 'd'}.${seconds}`;
      const token = `${claim}.${this.signature(actor, claim)}`;
      return { url: `/api/v1/documents/content/${token}`, expiresAt: until.toString() };
    });
  }

  /**
   * The content behind an address. That it was read is committed before the first byte leaves.
   * @throws DomainError NOT_FOUND (404) for whatever is not an address of this session,
   * LINK_EXPIRED (410), and those of `create`
   */
  async read(actor: Actor, token: string): Promise<DocumentContent> {
    const [, versionId, purpose, seconds, signature] = TOKEN.exec(token) ?? [];
    const claim = `${versionId}.${purpose}.${seconds}`;
    if (!signature || !same(signature, this.signature(actor, claim))) throw notFound();
    const until = Temporal.Instant.fromEpochMilliseconds(Number(seconds) * 1_000);
    if (Temporal.Instant.compare(this.clock.now(), until) > 0) {
      throw new DomainError('LINK_EXPIRED', { status: 410 });
    }
    const inline = purpose === 'p';
    const version = await this.database.inTransaction(actor, async () => {
      const found = await this.open(versionId!);
      await this.audit.record({
        action: inline ? 'document.previewed' : 'document.downloaded',
        subjectType: 'document',
        subjectId: found.documentId,
        details: { versionId: found.id, number: found.number, caseId: found.caseId },
      });
      return found;
    });
    const { mime, size, fileName } = version;
    const content = await this.files.open(version.fileId, this.fileKeys.of(version.fileKey));
    return {
      ...{ content, mime, size, inline },
      fileName: ProtectedText.fromStored(fileName).reveal(),
    };
  }

  private async open(versionId: string): Promise<VersionRow> {
    const [version] = await this.database.query<VersionRow>(VERSION, [versionId]);
    if (!version) throw notFound();
    const refusal = withheld(version.scan, await this.policies.current());
    if (refusal) throw new DomainError(refusal, { status: 409 });
    return version;
  }

  /** An ended session, another account or another session gives another signature. */
  private signature(actor: Actor, claim: string): string {
    return this.keyring.sign('document-link', `${claim}|${actor.accountId}|${actor.sessionId}`);
  }
}

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
