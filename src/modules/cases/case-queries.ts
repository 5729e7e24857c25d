import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { notFound } from '../../platform/errors/domain-error';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor';
import { CaseRegistry, type ChecklistItem } from './case-registry';
import {
  CASE_OPEN,
  CASE_PEOPLE,
  CASE_TIMELINE,
  CASES_OF_PERSON,
  QUEUES,
  type QueueView,
} from './case.statements';
import { CASE_TRANSITIONS, isOpen } from './domain/case-transitions';
import {
  toRow,
  toEntry,
  type CasePage,
  type CasePersonView,
  type CaseRecord,
  type CaseRow,
  type EntryRecord,
  type TimelineEntryView,
} from './case.views';
import { revealed } from './timeline';

export interface QueueQuery {
  post?: string;
  /** Code of a region; only without a post. */
  region?: string;
  view: QueueView;
  family?: string;
  /** Tag of the post; only with a post. */
  tag?: string;
  /** As numbers are counted: without sealed cases, even the reader's own (rules §10). */
  counted?: boolean;
  cursor?: string;
  limit: number;
  count: boolean;
}

const ENTRIES_ON_PAGE = 20;

/** What officers read all day. Named statements in the reader's scope; each opening is audited. */
@Injectable()
export class CaseQueries {
  constructor(
    private readonly database: Database,
    private readonly registry: CaseRegistry,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** One page of a queue, of a post or of everything the reader reaches. */
  list(actor: Actor, query: QueueQuery): Promise<Page<CaseRow>> {
    const after = decodeCursor(query.cursor);
    const now = this.clock.now().toString();
    const { lists, filter } = listOf(actor, query, now);
    return this.database.inTransaction(actor, async () => {
      const rows = await this.database.query<CaseRecord & { cursorKey: string[] }>(
        after ? lists.next : lists.first,
        [...filter, query.limit + 1, ...(after ?? [])],
      );
      const page = toPage(
        rows,
        query.limit,
        (row) => row.cursorKey,
        (row) => toRow(row, now),
      );
      if (!query.count) return page;
      const [counted] = await this.database.query<{ total: number }>(lists.count, filter);
      return { ...page, total: counted!.total };
    });
  }

  /** Ids of a whole list, at most `most`, in the order in which cases are locked. */
  idsOf(
    actor: Actor,
    query: Omit<QueueQuery, 'cursor' | 'limit' | 'count'>,
    most: number,
  ): Promise<string[]> {
    const { lists, filter } = listOf(actor, query, this.clock.now().toString());
    return this.database.inTransaction(actor, async () => {
      const rows = await this.database.query<{ id: string }>(lists.ids, [...filter, most]);
      return rows.map(({ id }) => id);
    });
  }

  /** Everything on the page of one case. Being read is a fact of its own: it is audited. */
  open(actor: Actor, id: string): Promise<CasePage> {
    return this.database.inTransaction(actor, async () => {
      const [record] = await this.database.query<CaseRecord>(CASE_OPEN, [id]);
      if (!record) throw notFound();
      const panels = this.registry.panels.filter((p) => !p.family || p.family === record.family);
      const [people, entries, checklist, ...loaded] = await Promise.all([
        this.database.query<CasePersonView>(CASE_PEOPLE, [id]),
        this.database.query<EntryRecord>(CASE_TIMELINE, [id, ENTRIES_ON_PAGE + 1, null, null]),
        this.registry.checklist(record.family, id),
        ...panels.map((panel) => panel.load(record)),
        this.audit.record({ action: 'case.viewed', subjectType: 'case', subjectId: id }),
      ]);
      return {
        ...toRow(record, this.clock.now().toString()),
        version: record.version,
        country: record.country,
        subdivision: record.subdivision,
        place: revealed(record.place) as string | null,
        summary: revealed(record.summary) as string | null,
        intakeChannel: record.intakeChannel,
        intakeReference: record.intakeReference,
        occurredAt: record.occurredAt.toISOString(),
        firstContactAt: record.firstContactAt?.toISOString() ?? null,
        outcome:
          record.seesRestricted || !this.registry.isRestricted(record.family, record.outcome)
            ? record.outcome
            : null,
        dismissalReason: record.dismissalReason,
        people: people.map((person) => revealed(person) as CasePersonView),
        timeline: toPage(entries, ENTRIES_ON_PAGE, keyOfEntry, toEntry),
        checklist,
        allowed: allowedFor(actor, record, checklist),
        ...Object.fromEntries(panels.map((panel, i) => [panel.name, loaded[i]])),
      };
    });
  }

  timeline(
    actor: Actor,
    id: string,
    query: { cursor?: string; limit: number },
  ): Promise<Page<TimelineEntryView>> {
    const after = decodeCursor(query.cursor) ?? [null, null];
    return this.database.inTransaction(actor, async () => {
      const [record] = await this.database.query<CaseRecord>(CASE_OPEN, [id]);
      if (!record) throw notFound();
      const rows = await this.database.query<EntryRecord>(CASE_TIMELINE, [
        id,
        query.limit + 1,
        ...after,
      ]);
      return toPage(rows, query.limit, keyOfEntry, toEntry);
    });
  }

  /** A person's cases, those that the reader may see. */
  ofPerson(actor: Actor, personId: string): Promise<{ items: CaseRow[] }> {
    const now = this.clock.now().toString();
    return this.database.inTransaction(actor, async () => {
      const rows = await this.database.query<CaseRecord>(CASES_OF_PERSON, [personId]);
      return { items: rows.map((row) => toRow(row, now)) };
    });
  }
}

function listOf(actor: Actor, query: Omit<QueueQuery, 'limit' | 'count'>, now: string) {
  const { post, region, family, tag, view, counted = false } = query;
  const scope = post ? (tag ? 'tagged' : 'post') : 'world';
  const where = scope === 'tagged' ? [post, tag] : (post ?? region ?? null);
  return {
    lists: QUEUES[scope][view],
    filter: [where, family ?? null, now, actor.accountId, counted],
  };
}

const keyOfEntry = (entry: EntryRecord) => [entry.cursorKey, entry.id];

/** The acts that both the state and the reader's role allow, for the page to offer. */
function allowedFor(actor: Actor, record: CaseRecord, checklist: ChecklistItem[]): string[] {
  const may = (permission: string) => actor.can(permission, record.postId);
  const to = CASE_TRANSITIONS[record.status] as readonly string[];
  const open = isOpen(record.status);
  const ready = checklist.every((item) => item.done || !item.required);
  return [
    open && may('contact.record') && 'note',
    open && may('case.edit') && 'edit',
    open && may('case.assign') && 'assign',
    open && may('visit.record') && 'record_visit',
    record.status !== 'closed' && to.includes('active') && may('case.edit') && 'activate',
    to.includes('on_hold') && may('case.edit') && 'hold',
    to.includes('closed') && ready && may('case.close') && 'close',
    to.includes('dismissed') && may('case.close') && 'dismiss',
    record.status === 'closed' && may('case.close') && 'reopen',
  ].filter((act) => act !== false);
}
