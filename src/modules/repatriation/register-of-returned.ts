import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { invalidField } from '../../platform/errors/domain-error';
import { Translator } from '../../platform/i18n/messages';
import { revealed } from '../cases';
import type { RepatriationType } from './domain/repatriation-type';

/**
 * Who arrived on the civil days of Lima from $1 to $2, both included; sealed cases are never in what
 * leaves the circle.
 */
const REGISTER = statement(
  'repatriation.register',
  `SELECT a.id, a.case_id AS "caseId", c.reference, c.type, c.country, p.given_names AS "givenNames",
          concat_ws(' ', p.first_surname, p.second_surname) AS surnames, p.birth_date::text AS "birthDate", p.sex,
          p.nationality, d.kind AS "documentKind", d.number AS "documentNumber",
          a.occurred_at AS "arrivedAt", a.entry_point AS "entryPoint", a.reported_on::text AS "reportedOn",
          s.carrier, s.service, o.name_es AS post
     FROM return_arrivals a JOIN cases c ON c.id = a.case_id JOIN posts o ON o.id = c.post_id
     JOIN persons own ON own.id = a.person_id JOIN persons p ON p.id = coalesce(own.merged_into, own.id)
     LEFT JOIN LATERAL (SELECT i.kind, i.number FROM person_documents i WHERE i.person_id = p.id AND i.withdrawn_at IS NULL
                         ORDER BY i.kind <> 'dni', i.kind <> 'passport', i.id LIMIT 1) d ON true
     LEFT JOIN LATERAL (SELECT g.carrier, g.service FROM itinerary_segments g
                         WHERE g.case_id = c.id AND g.cancelled_at IS NULL AND g.to_country = 'PE'
                         ORDER BY g.arrives_at DESC LIMIT 1) s ON true
    WHERE c.tier <> 'sealed'
      AND a.occurred_at >= ($1::date)::timestamp AT TIME ZONE 'America/Lima'
      AND a.occurred_at < ($2::date + 1)::timestamp AT TIME ZONE 'America/Lima'
    ORDER BY a.occurred_at DESC, a.id DESC LIMIT $3`,
);

/** Consultations that wait for headquarters, the oldest first. */
const WAITING = statement(
  'repatriation.consultations-waiting',
  `SELECT q.id, q.case_id AS "caseId", c.reference, c.type, c.country, o.name_es AS post, q.costs, q.asked_at AS "askedAt",
          (SELECT n.display_name FROM staff_names n WHERE n.id = q.recorded_by) AS "askedBy"
     FROM repatriation_consultations q JOIN cases c ON c.id = q.case_id JOIN posts o ON o.id = c.post_id
    WHERE q.state = 'open' AND c.closed_at IS NULL ORDER BY q.asked_at, q.id LIMIT 200`,
);

/** Arrivals shown on a page; the export knows no such limit. */
const SHOWN = 500;
const EXPORTED = 100_000;

export interface RegisterEntry {
  id: string;
  caseId: string;
  reference: string;
  type: RepatriationType;
  country: string;
  givenNames: string;
  surnames: string;
  birthDate: string | null;
  sex: number;
  nationality: string | null;
  documentKind: string | null;
  documentNumber: string | null;
  /** UTC. */
  arrivedAt: string;
  entryPoint: string;
  reportedOn: string;
  carrier: string | null;
  service: string | null;
  post: string;
}

export interface Days {
  /** Civil days of Lima, both included. */
  from: string;
  to: string;
}

/** The Register of Repatriated (former regulation, rules §6), and what headquarters is asked. */
@Injectable()
export class RegisterOfReturned {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly translator: Translator,
  ) {}

  /** The newest arrivals of those days in the reader's scope; `more` when there are others. */
  list(actor: Actor, days: Days): Promise<{ items: RegisterEntry[]; more: boolean }> {
    assertOrder(days);
    return this.database.inTransaction(actor, async () => {
      const rows = await this.read(days, SHOWN + 1);
      return { items: rows.slice(0, SHOWN), more: rows.length > SHOWN };
    });
  }

  /** For migration control: every arrival of those days, audited before it leaves. */
  export(actor: Actor, days: Days): Promise<{ rows: number; csv: string }> {
    assertOrder(days);
    return this.database.inTransaction(actor, async () => {
      const entries = await this.read(days, EXPORTED);
      await this.audit.record({
        action: 'repatriation_register.exported',
        subjectType: 'repatriation_register',
        subjectId: null,
        details: { ...days, rows: entries.length },
      });
      const csv = stringify(
        entries.map((entry) => this.cells(entry)),
        { header: true, columns: [...COLUMNS], escape_formulas: true, bom: true },
      );
      return { rows: entries.length, csv };
    });
  }

  /** What waits for the answer of headquarters, in the reader's scope. */
  waiting(actor: Actor): Promise<{ items: Record<string, unknown>[] }> {
    return this.database.inTransaction(actor, async () => {
      const rows = await this.database.query<{ askedAt: Date }>(WAITING);
      return { items: rows.map((row) => ({ ...row, askedAt: row.askedAt.toISOString() })) };
    });
  }

  private async read({ from, to }: Days, limit: number): Promise<RegisterEntry[]> {
    const rows = await this.database.query<Omit<RegisterEntry, 'arrivedAt'> & { arrivedAt: Date }>(
      REGISTER,
      [from, to, limit],
    );
    return rows.map((row) =>
      revealed({ ...row, arrivedAt: row.arrivedAt.toISOString() }),
    ) as RegisterEntry[];
  }

  private cells(entry: RegisterEntry): (string | number)[] {
    return [
      ...[entry.surnames, entry.givenNames, entry.birthDate ?? '', entry.sex],
      ...[entry.nationality ?? '', entry.documentKind ?? '', entry.documentNumber ?? ''],
      this.translator.translate('es', `repatriation.type.${entry.type}`),
      ...[entry.country, entry.post, entry.carrier ?? '', entry.service ?? ''],
      ...[entry.arrivedAt, entry.entryPoint, entry.reference],
    ];
  }
}

const COLUMNS = [
  ...['apellidos', 'nombres', 'fecha_nacimiento', 'sexo_iso_5218'],
  ...['nacionalidad', 'documento_tipo', 'documento_numero', 'tipo_repatriacion'],
  ...['pais_procedencia', 'oficina_consular', 'transportista', 'servicio'],
  ...['llegada_utc', 'punto_ingreso', 'caso'],
] as const;

function assertOrder({ from, to }: Days): void {
  if (to < from) throw invalidField('to', 'BEFORE_ITS_START');
}
