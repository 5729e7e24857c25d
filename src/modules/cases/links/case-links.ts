import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { protect, ProtectedText, type StoredText } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { CaseFiles } from '../case-files';
import { relationFrom, type LinkKind, type LinkRelation } from '../domain/case-link';
import { CaseEvent, CaseLink } from './case-link.entity';

/** Rows of `case_links` with an end out of reach are absent, and so are cases of an event. */
const SELECT = `
  SELECT l.id, l.case_id AS "fromId", l.kind, l.reason, l.since, added.display_name AS "addedBy",
         l.ended_at AS "endedAt", ended.display_name AS "endedBy", l.end_reason AS "endReason",
         l.event_id AS "eventId", e.name AS "eventName",
         c.id AS "caseId", c.reference, c.family, c.type, c.tier, c.status, p.code AS "postCode",
         concat_ws(' ', s.given_names, s.first_surname, s.second_surname) AS "personName"
    FROM case_links l
    JOIN cases c ON c.id = CASE WHEN l.case_id = $1 THEN l.other_case_id ELSE l.case_id END
    JOIN posts p ON p.id = c.post_id
    LEFT JOIN case_events e ON e.id = l.event_id
    LEFT JOIN persons s ON s.id = c.subject_person_id
    LEFT JOIN staff_names added ON added.id = l.added_by
    LEFT JOIN staff_names ended ON ended.id = l.ended_by`;
const OF_CASE = statement(
  'cases.links',
  `${SELECT} WHERE $1 IN (l.case_id, l.other_case_id)
    ORDER BY l.ended_at IS NOT NULL, l.since DESC, l.id`,
);
const ALSO_IN_EVENT = statement(
  'cases.also-in-event',
  `SELECT DISTINCT c.id AS "caseId", c.reference, l.event_id AS "eventId", p.code AS "postCode",
          concat_ws(' ', s.given_names, s.first_surname, s.second_surname) AS "personName"
     FROM case_links l JOIN cases c ON c.id IN (l.case_id, l.other_case_id)
     JOIN posts p ON p.id = c.post_id LEFT JOIN persons s ON s.id = c.subject_person_id
    WHERE l.event_id = ANY ($1) AND l.ended_at IS NULL AND NOT c.id = ANY ($2)
    ORDER BY c.reference LIMIT 200`,
);
const CASE = statement('cases.link-end', 'SELECT id FROM cases WHERE id = $1');
const CASE_TO_EDIT = statement(
  'cases.link-start',
  'SELECT id, post_id AS "postId" FROM cases WHERE id = $1',
);
/** Two at the same instant meet at the key of the pair, and the second adds nothing. */
const ADD = statement(
  'cases.add-link',
  `INSERT INTO case_links (id, case_id, other_case_id, kind, event_id, reason, added_by)
   VALUES ($1, $2, $3, $4, $5, $6, app.account()) ON CONFLICT DO NOTHING RETURNING id`,
);
const BY_REFERENCE = statement('cases.by-reference', 'SELECT id FROM cases WHERE reference = $1');

export interface LinkInput {
  /** The other case, by id or by its number. */
  caseId?: string;
  reference?: string;
  kind: LinkKind;
  reason: string;
  /** An event already named, or the name of a new one; only with `same_event`. */
  eventId?: string;
  eventName?: string;
}

interface Row {
  id: string;
  fromId: string;
  kind: LinkKind;
  reason: StoredText;
  since: Date;
  addedBy: string | null;
  endedAt: Date | null;
  endedBy: string | null;
  endReason: StoredText | null;
  eventId: string | null;
  eventName: string | null;
  caseId: string;
  reference: string;
  family: string;
  type: string;
  tier: string;
  status: string;
  postCode: string;
  personName: string;
}

interface InEvent {
  caseId: string;
  reference: string;
  eventId: string;
  postCode: string;
  personName: string;
}

export interface LinkView extends Omit<
  Row,
  'fromId' | 'kind' | 'reason' | 'since' | 'endedAt' | 'endReason'
> {
  relation: LinkRelation;
  reason: string;
  since: string;
  endedAt: string | null;
  endReason: string | null;
}

export interface LinksView {
  items: LinkView[];
  /** Cases of the same named events that no link joins directly. */
  alsoInEvent: InEvent[];
}

const text = (stored: StoredText): string => ProtectedText.fromStored(stored).reveal();

/**
 * Links between cases of one event or one family. Whoever may not see one end sees no link: nothing
 * of it is written in the timeline or the version of either case; its history is the link's own rows.
 */
@Injectable()
export class CaseLinks {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly files: CaseFiles,
  ) {}

  /** Links of a case that the reader may know of, standing ones first. */
  list(actor: Actor, id: string): Promise<LinksView> {
    return this.database.inTransaction(actor, async () => {
      const [found] = await this.database.query(CASE, [id]);
      if (!found) throw notFound();
      const rows = await this.database.query<Row>(OF_CASE, [id]);
      const events = rows.flatMap((row) => (row.endedAt ? [] : (row.eventId ?? [])));
      const shown = [id, ...rows.filter((row) => !row.endedAt).map((row) => row.caseId)];
      const alsoInEvent = await this.database.query<InEvent>(ALSO_IN_EVENT, [events, shown]);
      return { items: rows.map((row) => viewFrom(id, row)), alsoInEvent };
    });
  }

  /**
   * Links the case with another, from whichever end. An unknown other case and one out of reach are
   * refused alike: 422 UNKNOWN_CASE. 409 ALREADY_LINKED; 422 CASE_WITH_ITSELF, EVENT_NEEDS_SAME_EVENT.
   */
  add(actor: Actor, id: string, body: LinkInput): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      await this.mayEdit(actor, id);
      const other = await this.otherEnd(body);
      if (other === id) throw invalidField(endOf(body), 'CASE_WITH_ITSELF');
      const eventId = await this.eventOf(actor, body);
      const link = newId();
      await this.files.writeIn(id, other);
      const reason = JSON.stringify(ProtectedText.clear(body.reason).toStored());
      const added = await this.database.query(ADD, [link, id, other, body.kind, eventId, reason]);
      if (added.length === 0) throw new DomainError('ALREADY_LINKED', { status: 409 });
      await this.record('case.linked', link, { caseId: id, otherCaseId: other, kind: body.kind });
      return { id: link };
    });
  }

  /** Ends a link, with a reason; it stays on file. 404 unless it stands and both ends are in reach. */
  end(actor: Actor, id: string, linkId: string, body: { reason: string }): Promise<void> {
    return this.database.inTransaction(actor, async () => {
      await this.mayEdit(actor, id);
      const link = await this.database.manager.findOne(CaseLink, {
        where: { id: linkId },
        lock: { mode: 'pessimistic_write' },
      });
      const ofCase = link && [link.caseId, link.otherCaseId].includes(id);
      if (!ofCase || link.endedAt) throw notFound();
      await this.files.writeIn(link.caseId, link.otherCaseId);
      await this.database.manager.update(CaseLink, linkId, {
        endedAt: new Date(this.clock.now().epochMilliseconds),
        endedBy: actor.accountId,
        endReason: protect(body.reason),
      });
      await this.record('case.unlinked', linkId, { caseId: id });
    });
  }

  private async mayEdit(actor: Actor, id: string): Promise<void> {
    const [file] = await this.database.query<{ postId: string }>(CASE_TO_EDIT, [id]);
    if (!file) throw notFound();
    actor.require('case.edit', file.postId);
  }

  private async otherEnd(body: LinkInput): Promise<string> {
    const [found] = body.caseId
      ? await this.database.query<{ id: string }>(CASE, [body.caseId])
      : await this.database.query<{ id: string }>(BY_REFERENCE, [
          body.reference?.trim().toUpperCase(),
        ]);
    if (!found) throw invalidField(endOf(body), 'UNKNOWN_CASE');
    return found.id;
  }

  private async eventOf(actor: Actor, body: LinkInput): Promise<string | null> {
    if (!body.eventId && !body.eventName) return null;
    if (body.kind !== 'same_event') throw invalidField('kind', 'EVENT_NEEDS_SAME_EVENT');
    if (body.eventId) {
      const known = await this.database.manager.existsBy(CaseEvent, { id: body.eventId });
      if (!known) throw invalidField('eventId', 'UNKNOWN_EVENT');
      return body.eventId;
    }
    const id = newId();
    await this.database.manager.insert(CaseEvent, {
      id,
      name: body.eventName!.trim().normalize('NFC'),
      createdBy: actor.accountId!,
    });
    return id;
  }

  private record(action: string, subjectId: string, details: object): Promise<void> {
    return this.audit.record({
      action,
      subjectType: 'case_link',
      subjectId,
      details: { ...details },
    });
  }
}

const endOf = (body: LinkInput): string => (body.caseId ? 'caseId' : 'reference');

const viewFrom = (caseId: string, { fromId, kind, ...row }: Row): LinkView => ({
  ...row,
  relation: relationFrom(caseId, { caseId: fromId, kind }),
  reason: text(row.reason),
  since: row.since.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
  endReason: row.endReason && text(row.endReason),
});
