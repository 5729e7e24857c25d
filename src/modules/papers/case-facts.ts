import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { getName } from 'i18n-iso-countries';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { Translator } from '../../platform/i18n/messages';
import { revealed, type Case } from '../cases';
import { PaperFacts, type PaperPlace } from './paper-facts';
import { ageAt, dateInWords, shortDate } from './domain/spanish';
import type { PaperData, PaperRow } from './domain/variables';

const READ = statement(
  'papers.case-facts',
  `SELECT c.reference, c.family, c.type, c.country, c.place, c.summary, c.recorded_at AS "openedAt",
     c.last_visit_at AS "lastVisitAt", c.next_due_at AS "nextDueAt", a.display_name AS assignee,
     concat_ws(' ', s.given_names, s.first_surname, s.second_surname) AS "personName",
     s.birth_date::text AS "birthDate", s.sex, s.nationality, s.languages,
     (SELECT m.name_es FROM migration_statuses m WHERE m.code = s.migration_status) AS "migrationStatus",
     (SELECT json_build_object('kind', d.kind, 'number', d.number) FROM person_documents d
       WHERE d.person_id = s.id AND d.withdrawn_at IS NULL
       ORDER BY array_position(ARRAY['dni', 'passport', 'salvoconducto', 'consular_registration'], d.kind) NULLS LAST, d.id
       LIMIT 1) AS document,
     (SELECT json_object_agg(k.kind, k.value) FROM (SELECT DISTINCT ON (p.kind) p.kind, p.value
       FROM person_contacts p WHERE p.person_id = s.id AND p.withdrawn_at IS NULL ORDER BY p.kind, p.id DESC) k) AS contacts,
     (SELECT coalesce(json_agg(x.item), '[]') FROM (SELECT json_build_object('role', cp.role,
         'name', concat_ws(' ', o.given_names, o.first_surname, o.second_surname),
         'document', (SELECT json_build_object('kind', d.kind, 'number', d.number) FROM person_documents d
           WHERE d.person_id = o.id AND d.withdrawn_at IS NULL ORDER BY d.id LIMIT 1)) AS item
       FROM case_people cp JOIN persons o ON o.id = cp.person_id
      WHERE cp.case_id = c.id AND cp.until IS NULL AND cp.person_id IS DISTINCT FROM c.subject_person_id
        AND cp.role <> 'alleged_aggressor'
      ORDER BY cp.since, cp.id LIMIT 50) x) AS people,
     (SELECT coalesce(json_agg(x.item), '[]') FROM (SELECT json_build_object('action', t.action,
         'at', to_char(t.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) AS item
       FROM case_actions t WHERE t.case_id = c.id AND t.tier = 'standard' ORDER BY t.occurred_at, t.id LIMIT 200) x) AS actions,
     (SELECT coalesce(json_agg(x.item), '[]') FROM (SELECT json_build_object('kind', b.kind,
         'at', to_char(b.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) AS item
       FROM obligations b WHERE b.case_id = c.id AND b.status = 'open' AND b.tier = 'standard'
      ORDER BY b.due_at, b.id LIMIT 100) x) AS duties
   FROM cases c LEFT JOIN persons s ON s.id = c.subject_person_id LEFT JOIN staff_names a ON a.id = c.assignee_id
  WHERE c.id = $1`,
);

interface Identity {
  kind: string;
  number: string;
}

interface FactsRow {
  reference: string | null;
  family: string;
  type: string;
  country: string;
  place: string | null;
  summary: string | null;
  openedAt: string;
  lastVisitAt: string | null;
  nextDueAt: string | null;
  assignee: string | null;
  personName: string;
  birthDate: string | null;
  sex: number | null;
  nationality: string | null;
  languages: string[] | null;
  migrationStatus: string | null;
  document: Identity | null;
  contacts: Record<string, string> | null;
  people: { role: string; name: string; document: Identity | null }[];
  actions: { action: string; at: string }[];
  duties: { kind: string; at: string }[];
}

const SEX: Record<number, string> = { 1: 'Masculino', 2: 'Femenino' };

/** The facts of a case as Spanish text, read in the writer's scope. */
@Injectable()
export class CaseFacts {
  constructor(
    private readonly database: Database,
    private readonly families: PaperFacts,
    private readonly translator: Translator,
  ) {}

  /** Inside a transaction: everything that templates may say about the case. */
  async of(file: Case, place: PaperPlace): Promise<PaperData> {
    const [found, family] = await Promise.all([
      this.database.query<FactsRow>(READ, [file.id]),
      this.families.ofFamily(file.family, file.id, place),
    ]);
    const row = revealed(found[0]) as FactsRow;
    return {
      case: this.caseOf(row, place),
      person: this.personOf(row, place),
      file: this.fileOf(row, place),
      ...family,
    };
  }

  private caseOf(row: FactsRow, place: PaperPlace): Record<string, string> {
    return {
      reference: row.reference ?? '',
      kind: this.label(row.type, `${row.family}.type.${row.type}`, `caseType.${row.type}`),
      opened_on: dateInWords(dayOf(row.openedAt, place)),
      country: countryName(row.country),
      place: row.place ?? '',
      summary: row.summary ?? '',
      assignee: row.assignee ?? '',
      last_visit: row.lastVisitAt ? dateInWords(dayOf(row.lastVisitAt, place)) : '',
      next_due: row.nextDueAt ? dateInWords(lastDayOf(row.nextDueAt, place)) : '',
    };
  }

  private personOf(row: FactsRow, place: PaperPlace): Record<string, string> {
    const birth = row.birthDate ? Temporal.PlainDate.from(row.birthDate) : null;
    const today = place.now.toZonedDateTimeISO(place.zone).toPlainDate();
    const languages = new Intl.DisplayNames(['es'], { type: 'language' });
    return {
      full_name: row.personName,
      document: this.documentOf(row.document),
      birth_date: birth ? dateInWords(birth) : '',
      age: birth ? `${ageAt(birth, today)} años` : '',
      sex: SEX[row.sex ?? 0] ?? '',
      nationality: row.nationality ? nationality(row.nationality) : '',
      languages: (row.languages ?? []).map((code) => languages.of(code) ?? code).join(', '),
      address: row.contacts?.['address'] ?? '',
      phone: row.contacts?.['phone'] ?? '',
      migration_status: row.migrationStatus ?? '',
    };
  }

  private fileOf(row: FactsRow, place: PaperPlace): Record<string, PaperRow[]> {
    return {
      people: row.people.map(({ name, role, document }) => ({
        name,
        role: this.label(role, `paperRole.${role}`),
        document: this.documentOf(document),
      })),
      actions: row.actions.map(({ action, at }) => ({
        date: shortDate(dayOf(at, place)),
        action: this.label(action, `paperAction.${action}`, `detention.assistance.${action}`),
      })),
      duties: row.duties.map(({ kind, at }) => ({
        due: shortDate(lastDayOf(at, place)),
        duty: this.label(kind, `duties.${kind}`),
      })),
    };
  }

  private documentOf(document: Identity | null): string {
    if (!document) return '';
    return `${this.label(document.kind, `documentKind.${document.kind}`)} N.° ${document.number}`;
  }

  /** The first label that the product has; else the code with its words apart. */
  private label(code: string, ...keys: string[]): string {
    const key = keys.find((each) => this.translator.has(each));
    return key ? this.translator.translate('es', key) : code.replaceAll('_', ' ');
  }
}

const dayOf = (iso: string, { zone }: PaperPlace): Temporal.PlainDate =>
  Temporal.Instant.from(iso).toZonedDateTimeISO(zone).toPlainDate();

/** A due instant is the first one after the last day on which the duty can be met. */
const lastDayOf = (iso: string, { zone }: PaperPlace): Temporal.PlainDate =>
  Temporal.Instant.from(iso).subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone).toPlainDate();

/** As the phrase «de nacionalidad …» goes on, for those whom posts serve most; else the country. */
const NATIONALITIES: Readonly<Record<string, string>> = {
  PE: 'peruana',
  BO: 'boliviana',
  CO: 'colombiana',
  EC: 'ecuatoriana',
  AR: 'argentina',
  BR: 'brasileña',
  CL: 'chilena',
  ES: 'española',
  IT: 'italiana',
  US: 'estadounidense',
  VE: 'venezolana',
};

const nationality = (code: string): string => NATIONALITIES[code] ?? countryName(code);

export const countryName = (code: string): string => getName(code, 'es') ?? code;
