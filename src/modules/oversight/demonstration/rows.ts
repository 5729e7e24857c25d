import type { Database } from '../../../platform/database/database';
import { statement, type Statement } from '../../../platform/database/statement';

/** Rows to be written, by table. */
export type Rows = Record<string, Record<string, unknown>[]>;

/** The columns that a file of the demonstration fills, in the order in which tables refer to each other. */
const COLUMNS: Readonly<Record<string, string>> = {
  facilities: 'id, name, kind, country, subdivision, city, harshness, place_key, confirmed',
  persons:
    'id, given_names, first_surname, second_surname, birth_date, sex, nationality, identity, languages, migration_status, vulnerability, registered_post_id, recorded_at',
  person_documents: 'id, person_id, kind, number, number_key, issuing_state, recorded_at',
  person_search_keys: 'key, person_id',
  cases:
    'id, post_id, family, type, tier, status, stage, intake_channel, occurred_at, country, subdivision, summary, subject_person_id, assignee_id, opened_by, outcome, closed_at, recorded_at',
  case_people: 'id, case_id, person_id, role, since',
  case_members: 'id, case_id, account_id, kind, since',
  detentions:
    'case_id, detained_at, informed_of_rights_at, post_notified_at, notice_channel, notice_authority, offence_group, recorded_at',
  facility_stays: 'id, case_id, facility_id, since, recorded_at',
  detention_stages: 'id, case_id, stage, occurred_at, recorded_at',
  detention_wishes: 'id, case_id, subject, wish, occurred_at, recorded_at',
  family_notifications: 'id, case_id, recipient, channel, occurred_at, recorded_at',
  detention_contacts:
    'id, case_id, kind, with_whom, outcome, occurred_at, act_number, findings, needs, denied_by, recorded_by, recorded_at',
  notes_verbales:
    'id, case_id, contact_id, act_number, authority, subject, sent_at, replied_at, reply_kind, recorded_at',
  hearings: 'id, case_id, at, kind, court, recorded_at',
  hearing_notes: 'id, case_id, hearing_id, outcome, occurred_at, note, recorded_at',
  case_answers: 'id, case_id, field, value, tier, recorded_by, recorded_at',
  case_actions: 'id, case_id, action, occurred_at, recorded_at, actor_id',
  exchange_rates: 'id, currency, day, pen, usd, source, recorded_at',
  aid_requests:
    'id, case_id, post_id, number, kind, state, stage_since, programme, line, year, amount, currency, pen, rate_id, excluded, proof, to_first_entry, urgent, exceeding, need, proposed_by, endorsed_by, reviewed_by, approved_by, paid_by, accounted_by, settled_by, resolution_number, resolution_on, certificate, paid_on, paid_pen, payment_method, due_on, holder_account_id, returned, persons, rendered_month, version, recorded_by, recorded_at',
  aid_beneficiaries: 'id, case_id, aid_id, person_id, amount, recorded_by, recorded_at',
  aid_quotes: 'id, case_id, aid_id, supplier, amount, currency, recorded_by, recorded_at',
  aid_waterfall: 'id, case_id, aid_id, step, finding, evidence, recorded_by, recorded_at',
  aid_receipts:
    'id, case_id, aid_id, kind, tax_id, number, issued_on, amount, currency, recorded_by, recorded_at',
  aid_decisions: 'id, case_id, aid_id, act, state, occurred_at, reason, recorded_by, recorded_at',
  ledger_transactions: 'id, kind, post_id, happened_on, certificate, aid_id',
  ledger_entries:
    'transaction_id, year, post_id, programme, part, account, currency, amount, pen, usd, rate_id',
  timeline_entries: 'id, case_id, kind, occurred_at, recorded_at, actor_id, tier, data',
};

/** Tables whose rows another load may have written. */
const MAY_BE_THERE = ['facilities', 'person_search_keys', 'exchange_rates'];

const INSERTS: Readonly<Record<string, Statement>> = Object.fromEntries(
  Object.entries(COLUMNS).map(([table, columns]) => [
    table,
    statement(
      `demonstration.${table}`,
      `INSERT INTO ${table} (${columns})
       SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)
       ${MAY_BE_THERE.includes(table) ? 'ON CONFLICT DO NOTHING' : ''}`,
    ),
  ]),
);

/** Writes rows in the ambient transaction, one statement for each table. */
export async function writeRows(database: Database, rows: Rows): Promise<void> {
  const unknown = Object.keys(rows).filter((table) => !INSERTS[table]);
  if (unknown.length > 0) throw new Error(`no statement writes ${unknown.join(', ')}`);
  for (const [table, sql] of Object.entries(INSERTS)) {
    const written = rows[table];
    if (written?.length) await database.query(sql, [JSON.stringify(written)]);
  }
}

/** All of `drafts` as one. */
export function mergeRows(drafts: readonly Rows[]): Rows {
  const merged: Rows = {};
  for (const rows of drafts) {
    for (const [table, more] of Object.entries(rows)) {
      const all = (merged[table] ??= []);
      for (const row of more) all.push(row);
    }
  }
  return merged;
}
