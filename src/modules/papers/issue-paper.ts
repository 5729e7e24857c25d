import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { ProtectedText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { DomainError } from '../../platform/errors/domain-error';
import { CaseFiles, Numbers } from '../cases';
import { PostCalendars } from '../network';
import { ComposePaper } from './compose-paper';
import { PAPER_RULES } from './domain/paper-kinds';
import { assertPaperMay } from './domain/paper-states';
import { CODE_LENGTH, codeFrom, normalCode } from './domain/verification-code';
import { PaperDesk, type PaperAtHand } from './paper-desk';
import { PaperFile } from './paper.entity';
import { PrintPaper } from './print-paper';

export const sha256 = (content: Buffer | string): Buffer =>
  createHash('sha256').update(content).digest();

export interface IssuedPaper {
  id: string;
  version: number;
  number: string;
}

/** From draft to issued, once and for ever; and the annulment of what was issued by mistake. */
@Injectable()
export class IssuePaper {
  constructor(
    private readonly database: Database,
    private readonly compose: ComposePaper,
    private readonly printing: PrintPaper,
    private readonly numbers: Numbers,
    private readonly calendars: PostCalendars,
    private readonly desk: PaperDesk,
    private readonly cases: CaseFiles,
  ) {}

  /**
   * Fixes the data, takes the number, prints and keeps the file, all or nothing.
   * @throws DomainError 422 when its addressee may not be told, or a paper for the family may not leave
   *   yet; 422 PAPER_INCOMPLETE with each required field that is empty; 409 when it is
   *   no draft; 412 when somebody completed it further
   */
  issue(actor: Actor, id: string, expected: number): Promise<IssuedPaper> {
    return this.desk.on(actor, id, 'paper.issue', expected, async (at) => {
      const { paper, file, now } = at;
      assertPaperMay(paper.state, 'issued');
      if (file && paper.addresseeId) await this.desk.assertAddressee(file.id, paper.addresseeId);
      if (file && PAPER_RULES[paper.kind].toFamily) {
        await this.cases.assertMayLeave({
          caseId: file.id,
          to: { kind: 'family' },
          spoken: false,
        });
      }
      const { missing } = await this.compose.run(paper, file, now, null);
      if (missing.length > 0) {
        throw new DomainError('PAPER_INCOMPLETE', {
          errors: missing.map((code) => ({ path: `values.${code}`, code: 'isNotEmpty' })),
        });
      }
      const { zone } = await this.calendars.of(paper.postId);
      const issuedOn = now.toZonedDateTimeISO(zone).toPlainDate();
      const code = codeFrom(randomBytes(CODE_LENGTH));
      // the series stays locked from here to the commit: only what needs the number comes after
      const number = await this.numberOf(at, zone);
      const composed = await this.compose.run(paper, file, now, { number, issuedOn });
      const made = this.printing.fix(composed, { number, code, now });
      const pdf = await this.printing.print(made, composed.template);
      await this.desk.save(paper, 'paper.issued', {
        state: 'issued',
        number,
        madeFrom: ProtectedText.clear(JSON.stringify(made)),
        codeHash: sha256(normalCode(code)),
        pdfHash: sha256(pdf),
        issuedAt: new Date(now.epochMilliseconds),
        issuedOn: issuedOn.toString(),
        issuedBy: actor.accountId,
      });
      await this.database.manager.insert(PaperFile, { paperId: paper.id, content: pdf });
      await this.desk.tell(at, 'paper.issued', {});
      return { id, version: paper.version, number };
    });
  }

  /** Takes an issued paper back: whoever verifies it learns that it no longer holds. */
  annul(
    actor: Actor,
    id: string,
    body: { reason: string },
  ): Promise<{ id: string; version: number }> {
    return this.desk.on(actor, id, 'paper.issue', null, async (at) => {
      const { paper, now } = at;
      assertPaperMay(paper.state, 'annulled');
      const { zone } = await this.calendars.of(paper.postId);
      const reason = ProtectedText.clear(body.reason);
      await this.desk.save(paper, 'paper.annulled', {
        state: 'annulled',
        annulledAt: new Date(now.epochMilliseconds),
        annulledOn: now.toZonedDateTimeISO(zone).toPlainDate().toString(),
        annulledBy: actor.accountId,
        annulReason: reason,
      });
      await this.desk.tell(at, 'paper.annulled', { reason });
      return { id, version: paper.version };
    });
  }

  /** Papers of a sealed case take random numbers, so that no gap and no series betrays one. */
  private numberOf({ paper, file, now }: PaperAtHand, zone: string): Promise<string> {
    // headquarters writes about cases of a post, and numbers what it writes itself
    const of = { postId: paper.postId, tier: file?.tier ?? 'standard' };
    return this.numbers.takeForAct(of, PAPER_RULES[paper.kind].series, now, zone);
  }
}
