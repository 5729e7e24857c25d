import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { revealed, type CasePanel } from '../cases';

/** A JSON list of the rows of `table` of this case, newest first; at most 200, the rest is history. */
const listOf = (table: string, fields: string, order: string, extra = ''): string =>
  `(SELECT coalesce(json_agg(x.item), '[]') FROM (
      SELECT json_build_object(${fields}) AS item FROM ${table} r ${extra}
       WHERE r.case_id = d.case_id ORDER BY ${order} DESC, r.id DESC LIMIT 200) x)`;

const RESTRICTED = 'app.sees_restricted(c.post_id, c.id)';

/** Everything on the detention's part of the page in one round trip, in the reader's scope. */
const READ = statement(
  'detention.panel',
  `SELECT d.case_id AS "caseId", d.version, d.detained_at AS "detainedAt",
     d.informed_of_rights_at AS "informedOfRightsAt", d.post_notified_at AS "postNotifiedAt",
     c.first_contact_at AS "firstContactAt", d.notice_channel AS "noticeChannel",
     d.notice_authority AS "noticeAuthority", c.stage, d.offence_group AS "offenceGroup", d.charges,
     d.place_of_arrest AS "placeOfArrest", d.aliases, d.family_in_country AS "familyInCountry",
     CASE WHEN d.sentenced_on IS NULL THEN NULL ELSE json_build_object('sentencedOn', d.sentenced_on,
       'court', d.sentence_court, 'minimum', d.sentence_minimum, 'maximum', d.sentence_maximum,
       'forLife', d.sentence_for_life, 'endsOn', d.sentence_ends_on) END AS sentence,
     ${listOf('detention_stages', `'id', r.id, 'stage', r.stage, 'occurredAt', r.occurred_at, 'replaces', r.replaces, 'note', r.note`, 'r.occurred_at')} AS stages,
     ${listOf(
       'facility_stays',
       `'id', r.id, 'since', r.since, 'reason', r.reason, 'facility', json_build_object(
       'id', f.id, 'name', f.name, 'city', f.city, 'kind', f.kind, 'harshness', f.harshness)`,
       'r.since',
       'JOIN facilities f ON f.id = r.facility_id',
     )} AS stays,
     ${listOf('detention_wishes', `'id', r.id, 'subject', r.subject, 'wish', r.wish, 'occurredAt', r.occurred_at, 'note', r.note`, 'r.occurred_at')} AS wishes,
     ${listOf(
       'detention_contacts',
       `'id', r.id, 'kind', r.kind, 'withWhom', r.with_whom, 'outcome', r.outcome, 'occurredAt', r.occurred_at,
        'actNumber', r.act_number, 'findings', r.findings, 'needs', r.needs, 'report', r.report, 'evidence', r.evidence,
        'deniedBy', r.denied_by, 'denialReason', r.denial_reason,
        'health', CASE WHEN h.contact_id IS NULL THEN NULL ELSE json_build_object('finding', h.finding, 'note', h.note) END`,
       'r.occurred_at',
       'LEFT JOIN contact_health_findings h ON h.contact_id = r.id',
     )} AS contacts,
     ${listOf('family_notifications', `'id', r.id, 'personId', r.person_id, 'recipient', r.recipient, 'channel', r.channel, 'occurredAt', r.occurred_at, 'note', r.note`, 'r.occurred_at')} AS "familyNotifications",
     ${listOf('detention_messages', `'id', r.id, 'direction', r.direction, 'party', r.party, 'occurredAt', r.occurred_at, 'summary', r.summary`, 'r.occurred_at')} AS messages,
     ${listOf(
       'hearings',
       `'id', r.id, 'at', r.at, 'kind', r.kind, 'court', r.court, 'notes', (SELECT coalesce(json_agg(json_build_object(
          'id', n.id, 'outcome', n.outcome, 'occurredAt', n.occurred_at, 'note', n.note) ORDER BY n.occurred_at), '[]')
          FROM hearing_notes n WHERE n.case_id = r.case_id AND n.hearing_id = r.id)`,
       'r.at',
     )} AS hearings,
     ${listOf(
       'notes_verbales',
       `'id', r.id, 'actNumber', r.act_number, 'authority', r.authority, 'subject', r.subject, 'sentAt', r.sent_at,
        'contactId', r.contact_id, 'followsId', r.follows_id, 'repliedAt', r.replied_at, 'reply', r.reply,
        'replyKind', r.reply_kind, 'explainedAt', r.explained_at, 'explanation', r.explanation`,
       'r.sent_at',
     )} AS "notesVerbales",
     ${listOf('representatives', `'id', r.id, 'role', r.role, 'provider', r.provider, 'name', r.name, 'organisation', r.organisation, 'contact', r.contact, 'languages', r.languages, 'consentToShare', r.consent_to_share, 'since', r.since, 'until', r.until, 'version', r.version`, 'r.since')} AS representatives,
     ${listOf('prison_benefits', `'id', r.id, 'kind', r.kind, 'state', r.state, 'stateSince', r.state_since, 'note', r.note, 'version', r.version`, 'r.state_since')} AS benefits,
     ${listOf(
       'expulsions',
       `'id', r.id, 'authority', r.authority, 'notifiedAt', r.notified_at, 'grounds', r.grounds,
        'appealDeadline', r.appeal_deadline, 'reviews', (SELECT coalesce(json_agg(json_build_object('id', v.id,
          'occurredAt', v.occurred_at, 'checklist', v.checklist, 'conclusion', v.conclusion, 'note', v.note)
          ORDER BY v.occurred_at), '[]') FROM expulsion_reviews v WHERE v.case_id = r.case_id AND v.expulsion_id = r.id)`,
       'r.notified_at',
     )} AS expulsions,
     CASE WHEN ${RESTRICTED} THEN ${listOf(
       'mistreatment_allegations',
       `'id', r.id, 'kinds', r.kinds, 'allegedAuthor', r.alleged_author, 'account', r.account,
        'reportedAt', r.reported_at, 'happenedAt', r.happened_at, 'consulInformedAt', r.consul_informed_at,
        'headquartersInformedAt', r.headquarters_informed_at, 'assessedAt', r.assessed_at,
        'conclusion', r.conclusion, 'assessment', r.assessment`,
       'r.reported_at',
     )} END AS "mistreatmentAllegations"
   FROM detentions d JOIN cases c ON c.id = d.case_id WHERE d.case_id = $1`,
);

interface DatedWish {
  subject: string;
  wish: string;
}
interface Stay {
  facility: object;
}
interface PanelRow {
  caseId: string;
  version: number;
  wishes: DatedWish[];
  stays: Stay[];
  contacts: { report: string | null }[];
  mistreatmentAllegations: unknown[] | null;
  [field: string]: unknown;
}

/** The detention's part of the case page; `mistreatmentAllegations` only for who may see them. */
export type DetentionView = Omit<PanelRow, 'mistreatmentAllegations'> & {
  visitWish: string;
  familyWish: string;
  facility: object | null;
  mistreatmentAllegations?: unknown[];
};

@Injectable()
export class DetentionPanel implements CasePanel {
  readonly name = 'detention';
  readonly family = 'detention';

  constructor(private readonly database: Database) {}

  async load({ id }: { id: string }): Promise<DetentionView | null> {
    const [row] = await this.database.query<PanelRow>(READ, [id]);
    return row ? toView(revealed(inZulu(row)) as PanelRow) : null;
  }
}

function toView({ mistreatmentAllegations, ...row }: PanelRow): DetentionView {
  const wish = (subject: string) =>
    row.wishes.find((w) => w.subject === subject)?.wish ?? 'not_asked';
  return {
    ...row,
    contacts: row.contacts.map(({ report, ...contact }) => ({
      ...contact,
      report: report === null ? null : (JSON.parse(report) as never),
    })),
    visitWish: wish('visit'),
    familyWish: wish('family'),
    facility: row.stays[0]?.facility ?? null,
    ...(mistreatmentAllegations ? { mistreatmentAllegations } : {}),
  };
}

const LOCAL_INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+[+-]\d{2}:\d{2}$/;
const INSTANT_FIELD = /(?:At|[sS]ince|^at)$/;

/** Instants that came through JSON carry the session's offset: back to `Z`, as everywhere. */
function inZulu(value: unknown, key = ''): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') {
    return INSTANT_FIELD.test(key) && LOCAL_INSTANT.test(value)
      ? Temporal.Instant.from(value).toString()
      : value;
  }
  if (Array.isArray(value)) return value.map((item) => inZulu(item));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, inZulu(v, k)]));
  }
  return value;
}
