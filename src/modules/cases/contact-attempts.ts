import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { protect, ProtectedText, type StoredText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { invalidField } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import {
  joinPerson,
  People,
  Tellings,
  recordsOf,
  sameAs,
  type AttemptOutcome,
  type Clearance,
  type ContactChannel,
} from '../people';
import { CaseFiles } from './case-files';
import { ContactAttempt } from './contact-attempt.entity';
import { Timeline } from './timeline';

const TAKES_PART = statement(
  'cases.takes-part',
  `SELECT min(cp.person_id::text)::uuid AS id,
          bool_and(cp.role IN ('official', 'lawyer', 'interpreter')) AS professional
     FROM case_people cp WHERE cp.case_id = $1 AND cp.person_id IN ${sameAs('$2')}`,
);
const list = (name: string, where: string) =>
  statement(
    name,
    `SELECT a.id, a.case_id AS "caseId", c.reference AS "caseReference", p.time_zone AS "timeZone",
            s.id AS "personId", concat_ws(' ', s.given_names, s.first_surname, s.second_surname) AS "fullName",
            a.channel, a.outcome, a.occurred_at AS "occurredAt", a.note, a.address,
            a.code_word_given AS "codeWordGiven", a.overridden, a.danger_to_life AS "dangerToLife",
            a.nothing_told AS "nothingTold", n.display_name AS "recordedBy"
       FROM cases c JOIN contact_attempts a ON a.case_id = c.id JOIN posts p ON p.id = c.post_id
       ${joinPerson('a.person_id', 's')} LEFT JOIN staff_names n ON n.id = a.recorded_by
      WHERE ${where} ORDER BY a.occurred_at DESC, a.id DESC LIMIT 200`,
  );
const OF_CASE = list('cases.contact-attempts', 'c.id = $1');
const OF_PERSON = list('cases.contact-attempts-of-person', `a.person_id IN ${recordsOf('$1')}`);

export interface NewAttempt {
  personId: string;
  channel: ContactChannel;
  outcome: AttemptOutcome;
  /** ISO instant, not in the future; absent: now. */
  occurredAt?: string;
  note?: string | null;
  /** The number or address that was used; needed where one is arranged. */
  address?: string | null;
  /** Whether the agreed word was said; needed when somebody with one was reached. */
  codeWordGiven?: boolean | null;
  /** Nothing was told of the person whom the case is about, e.g. a document was asked for. */
  nothingTold?: boolean;
  /** Why the person's life is in danger: sets aside what was arranged, for the circle to see. */
  dangerToLife?: string | null;
}

export interface AttemptView {
  id: string;
  caseId: string;
  caseReference: string;
  /** IANA zone of the case's post. */
  timeZone: string;
  personId: string;
  fullName: string;
  channel: ContactChannel;
  outcome: AttemptOutcome;
  occurredAt: string;
  note: string | null;
  address: string | null;
  codeWordGiven: boolean | null;
  /** Code of the refusal that was set aside, e.g. `HOURS`. */
  overridden: string | null;
  dangerToLife: string | null;
  /** Nothing was told of the person whom the case is about; null: not said. */
  nothingTold: boolean | null;
  recordedBy: string | null;
}

type Written = 'note' | 'address' | 'dangerToLife';

/** Whether somebody of the service spoke, instead of leaving or sending a message. */
const isSpoken = ({ channel, outcome }: NewAttempt): boolean =>
  outcome !== 'left_message' && ['telephone', 'in_person', 'video'].includes(channel);

const read = (text: StoredText | null): string | null =>
  text && ProtectedText.fromStored(text).reveal();

/** Whether the agreed word was said; told of whoever was reached and has one. */
function codeWordOf(body: NewAttempt, { hasCodeWord }: Clearance): boolean | null {
  if (!hasCodeWord || body.outcome !== 'reached') return null;
  if (typeof body.codeWordGiven !== 'boolean') {
    throw invalidField('codeWordGiven', 'SAY_WHETHER_THE_WORD_WAS_SAID');
  }
  return body.codeWordGiven;
}

/** Who tried to reach a person of a case, by which channel, when, and what came of it. */
@Injectable()
export class ContactAttempts {
  constructor(
    private readonly database: Database,
    private readonly files: CaseFiles,
    private readonly people: People,
    private readonly tellings: Tellings,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Records an attempt on an open case.
   * Asks first whether somebody may be told about the person whom the case is about: an official, a
   * lawyer and an interpreter work on it, everybody else is a private person.
   * @throws DomainError DO_NOT_CONTACT (409) when a restriction forbade it at that moment, whatever
   *   its outcome; 422 GUARDIANSHIP_NOT_VERIFIED, or where the family of cases has something to do
   *   first; SAFE_CONTACT_… (409) when it goes against what was arranged with the person;
   *   VALIDATION_FAILED (422) for somebody who takes no part in the case or for a future moment
   */
  record(actor: Actor, caseId: string, body: NewAttempt): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lockOpen(caseId);
      actor.require('contact.record', file.postId);
      const now = this.clock.now();
      const occurredAt = body.occurredAt ? Temporal.Instant.from(body.occurredAt) : now;
      if (Temporal.Instant.compare(occurredAt, now) > 0) {
        throw invalidField('occurredAt', 'notInFuture');
      }
      const part = await this.partOf(caseId, body.personId);
      if (!part) throw invalidField('personId', 'NOT_IN_THE_CASE');
      if (!part.professional && !body.nothingTold) {
        const telling = { caseId, personId: part.id, at: occurredAt };
        await this.tellings.assert(telling, 'contact', 'personId');
      }
      await this.files.assertMayLeave({
        caseId,
        to: { personId: part.id },
        spoken: isSpoken(body),
      });
      const clearance = await this.people.assertMayContact(part.id, {
        channel: body.channel,
        postId: file.postId,
        at: occurredAt,
        caseId,
        address: body.address ?? null,
        leavesMessage: body.outcome === 'left_message',
        dangerToLife: body.dangerToLife ?? null,
      });
      const said = codeWordOf(body, clearance);
      const tier = clearance.safeContactId || clearance.overridden ? 'restricted' : 'standard';
      const id = newId();
      this.database.insert(ContactAttempt, {
        id,
        caseId,
        personId: part.id,
        channel: body.channel,
        outcome: body.outcome,
        occurredAt: new Date(occurredAt.epochMilliseconds),
        note: protect(body.note),
        tier,
        address: protect(body.address),
        safeContactId: clearance.safeContactId,
        codeWordGiven: said,
        overridden: clearance.overridden,
        dangerToLife: clearance.overridden ? protect(body.dangerToLife) : null,
        nothingTold: body.nothingTold ?? null,
        recordedBy: actor.accountId,
      });
      await this.timeline.append({
        caseId,
        kind: 'contact.attempted',
        occurredAt,
        tier,
        data: {
          attemptId: id,
          personId: part.id,
          channel: body.channel,
          outcome: body.outcome,
          codeWordGiven: said,
        },
      });
      await this.audit.record({
        action: 'contact.attempted',
        subjectType: 'case',
        subjectId: caseId,
        details: { attemptId: id, personId: part.id },
      });
      await this.files.announce(file, 'contact_attempted');
      return { id };
    });
  }

  private async partOf(caseId: string, personId: string) {
    const [row] = await this.database.query<{ id: string | null; professional: boolean }>(
      TAKES_PART,
      [caseId, personId],
    );
    return row?.id ? { id: row.id, professional: row.professional } : null;
  }

  /** Of a case, the newest first; none of a case out of reach. */
  ofCase(actor: Actor, caseId: string): Promise<{ items: AttemptView[] }> {
    return this.list(actor, OF_CASE, caseId);
  }

  /** Of a person, in the cases that the reader may see. */
  ofPerson(actor: Actor, personId: string): Promise<{ items: AttemptView[] }> {
    return this.list(actor, OF_PERSON, personId);
  }

  private list(actor: Actor, sql: typeof OF_CASE, id: string): Promise<{ items: AttemptView[] }> {
    return this.database.inTransaction(actor, async () => {
      const rows = await this.database.query<
        Omit<AttemptView, 'occurredAt' | Written> & { occurredAt: Date } & Record<
            Written,
            StoredText | null
          >
      >(sql, [id]);
      return {
        items: rows.map(({ occurredAt, note, address, dangerToLife, ...row }) => ({
          ...row,
          occurredAt: occurredAt.toISOString(),
          note: read(note),
          address: read(address),
          dangerToLife: read(dangerToLife),
        })),
      };
    });
  }
}
