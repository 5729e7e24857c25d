import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { Translator } from '../../platform/i18n/messages';
import { revealed } from '../cases';
import {
  dateInWords,
  PaperFacts,
  shortDate,
  timeOfDay,
  type GroupData,
  type PaperFactsSource,
  type PaperPlace,
} from '../papers';
import { DETENTION_PAPER_GROUPS } from './domain/paper-variables';

const utc = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** Restricted rows come only to readers whom their policies admit. */
const READ = statement(
  'detention.paper-facts',
  `SELECT ${utc('d.detained_at')} AS "detainedAt", ${utc('d.post_notified_at')} AS "notifiedAt",
     d.notice_authority AS authority, c.stage, d.offence_group AS "offenceGroup", d.charges,
     (SELECT json_build_object('name', f.name, 'city', f.city) FROM facility_stays s JOIN facilities f ON f.id = s.facility_id
       WHERE s.case_id = d.case_id ORDER BY s.since DESC, s.id DESC LIMIT 1) AS facility,
     (SELECT json_build_object('name', r.name, 'provider', r.provider) FROM representatives r
       WHERE r.case_id = d.case_id AND r.role = 'lawyer' AND r.until IS NULL ORDER BY r.since DESC, r.id DESC LIMIT 1) AS lawyer,
     (SELECT json_build_object('at', ${utc('h.at')}, 'court', h.court) FROM hearings h
       WHERE h.case_id = d.case_id AND h.at > $2 ORDER BY h.at, h.id LIMIT 1) AS hearing,
     (SELECT json_build_object('actNumber', v.act_number, 'at', ${utc('v.occurred_at')}, 'kind', v.kind,
         'withWhom', v.with_whom, 'outcome', v.outcome, 'findings', v.findings, 'needs', v.needs, 'report', v.report,
         'deniedBy', v.denied_by, 'officer', (SELECT n.display_name FROM staff_names n WHERE n.id = v.recorded_by),
         'place', (SELECT concat_ws(', ', f.name, nullif(f.city, '')) FROM facilities f WHERE f.id = v.facility_id),
         'health', (SELECT json_build_object('finding', h.finding, 'note', h.note)
                      FROM contact_health_findings h WHERE h.contact_id = v.id))
       FROM detention_contacts v WHERE v.case_id = d.case_id ORDER BY v.occurred_at DESC, v.id DESC LIMIT 1) AS visit,
     (SELECT json_build_object('actNumber', n.act_number, 'authority', n.authority, 'subject', n.subject,
         'sentAt', ${utc('n.sent_at')}) FROM notes_verbales n
       WHERE n.case_id = d.case_id ORDER BY n.sent_at DESC, n.id DESC LIMIT 1) AS note,
     (SELECT coalesce(json_agg(json_build_object('at', ${utc('m.reported_at')}, 'kinds', m.kinds, 'account', m.account)
         ORDER BY m.reported_at), '[]') FROM mistreatment_allegations m WHERE m.case_id = d.case_id) AS mistreatment
   FROM detentions d JOIN cases c ON c.id = d.case_id WHERE d.case_id = $1`,
);

interface Visit {
  actNumber: string | null;
  at: string;
  kind: string;
  withWhom: string;
  outcome: string;
  findings: Record<string, string>;
  needs: string[];
  report: string | null;
  deniedBy: string | null;
  officer: string | null;
  place: string;
  health: { finding: string; note: string | null } | null;
}

interface Report {
  checks: Record<string, string>;
  needs: Record<string, string>;
  messagesDelivered: string | null;
  messagesReceived: string | null;
  nextSteps: string | null;
}

interface Row {
  detainedAt: string | null;
  notifiedAt: string;
  authority: string | null;
  stage: string | null;
  offenceGroup: string | null;
  charges: string | null;
  facility: { name: string; city: string } | null;
  lawyer: { name: string; provider: string } | null;
  hearing: { at: string; court: string } | null;
  visit: Visit | null;
  note: { actNumber: string | null; authority: string; subject: string; sentAt: string } | null;
  mistreatment: { at: string; kinds: string[]; account: string | null }[];
}

const NO_REPORT: Report = {
  checks: {},
  needs: {},
  messagesDelivered: null,
  messagesReceived: null,
  nextSteps: null,
};

/** Lends the facts of a detention to papers, as Spanish text. */
@Injectable()
export class DetentionPaperFacts implements PaperFactsSource, OnModuleInit {
  readonly family = 'detention';
  readonly groups = DETENTION_PAPER_GROUPS;

  constructor(
    private readonly papers: PaperFacts,
    private readonly database: Database,
    private readonly translator: Translator,
  ) {}

  onModuleInit(): void {
    this.papers.add(this);
  }

  async load(caseId: string, place: PaperPlace): Promise<Record<string, GroupData>> {
    const [found] = await this.database.query<Row>(READ, [caseId, place.now.toString()]);
    if (!found) return {};
    const row = revealed(found) as Row;
    return {
      detention: this.detention(row, place),
      ...(row.visit ? { visit: this.visit(row.visit, place) } : {}),
      ...(row.note
        ? {
            note: {
              number: row.note.actNumber ?? '',
              authority: row.note.authority,
              subject: row.note.subject,
              sent_on: inWords(row.note.sentAt, place),
            },
          }
        : {}),
    };
  }

  private detention(row: Row, place: PaperPlace): GroupData {
    const { facility, lawyer, hearing } = row;
    return {
      detained_on: row.detainedAt ? inWords(row.detainedAt, place) : '',
      notified_on: inWords(row.notifiedAt, place),
      authority: row.authority ?? '',
      facility: facility?.name ?? '',
      facility_city: facility?.city ?? '',
      stage: this.label('stage', row.stage),
      offence: this.label('offence_group', row.offenceGroup),
      charges: row.charges ?? '',
      lawyer: lawyer
        ? `${lawyer.name} (${this.label('representative_provider', lawyer.provider).toLowerCase()})`
        : '',
      next_hearing: hearing ? `${inWords(hearing.at, place)}, ${hearing.court}` : '',
      mistreatment: row.mistreatment.map(({ at, kinds, account }) => ({
        reported_on: shortDate(zoned(at, place).toPlainDate()),
        kinds: kinds.map((kind) => this.label('mistreatment', kind)).join(', '),
        account: account ?? '',
      })),
    };
  }

  private visit(visit: Visit, place: PaperPlace): GroupData {
    const report = visit.report ? (JSON.parse(visit.report) as Report) : NO_REPORT;
    return {
      number: visit.actNumber ?? '',
      date: inWords(visit.at, place),
      time: timeOfDay(zoned(visit.at, place)),
      kind: this.label('contact_kind', visit.kind),
      with_whom: this.label('contact_party', visit.withWhom),
      outcome: this.label('contact_outcome', visit.outcome),
      place: visit.place,
      officer: visit.officer ?? '',
      denied_by: visit.deniedBy ?? '',
      checks: Object.entries(visit.findings).map(([check, finding]) => ({
        check: this.label('check', check),
        finding: this.label('finding', finding),
        note: report.checks[check] ?? '',
      })),
      needs: visit.needs.map((need) => ({
        need: this.label('need', need),
        note: report.needs[need] ?? '',
      })),
      messages_delivered: report.messagesDelivered ?? '',
      messages_received: report.messagesReceived ?? '',
      next_steps: report.nextSteps ?? '',
      health: this.label('finding', visit.health?.finding),
      health_note: visit.health?.note ?? '',
    };
  }

  private label(vocabulary: string, code: string | null | undefined): string {
    return code ? this.translator.translate('es', `detention.${vocabulary}.${code}`) : '';
  }
}

const zoned = (iso: string, { zone }: PaperPlace): Temporal.ZonedDateTime =>
  Temporal.Instant.from(iso).toZonedDateTimeISO(zone);
const inWords = (iso: string, place: PaperPlace): string =>
  dateInWords(zoned(iso, place).toPlainDate());
