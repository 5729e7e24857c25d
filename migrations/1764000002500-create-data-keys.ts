import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, grantTable, policy, SIGNED_IN } from '../src/platform/database/policies';
import { sealedWithCase, type SealableColumns } from '../src/platform/database/sealing-policies';

const MARK = '\u27e6';

const OWN_KEY = `case_id = ANY ((SELECT app.member_cases())::uuid[])
  OR person_id = ANY ((SELECT app.member_people())::uuid[])`;

/** What is sealed with its case, table by table. */
const OF_CASES: Record<string, SealableColumns> = {
  andean_assistances: { texts: ['basis'], strings: ['authorisation_reference'] },
  case_actions: { texts: ['note'] },
  case_answers: { texts: ['value'] },
  case_links: { texts: ['reason', 'end_reason'], caseColumns: ['case_id', 'other_case_id'] },
  case_members: { strings: ['reason', 'end_reason'] },
  case_people: { texts: ['note'] },
  case_transfers: { texts: ['reason', 'decision_note'] },
  checklist_marks: { texts: ['note'] },
  consents: { texts: ['recipient_name', 'note'] },
  consent_withdrawals: { texts: ['note'] },
  contact_attempts: { texts: ['note'] },
  contact_health_findings: { texts: ['note'] },
  detentions: {
    texts: ['charges', 'place_of_arrest', 'aliases', 'family_in_country'],
    strings: ['notice_authority', 'sentence_court'],
  },
  detention_contacts: { texts: ['findings', 'report', 'evidence', 'denial_reason'] },
  detention_messages: { texts: ['summary'] },
  detention_stages: { texts: ['note'] },
  detention_wishes: { texts: ['note'] },
  disclosures: { texts: ['recipient_name'], strings: ['legal_basis'] },
  documents: { texts: ['title'] },
  document_versions: {
    texts: ['file_name'],
    through: { table: 'documents', column: 'document_id' },
  },
  expulsions: { texts: ['grounds'], strings: ['authority'] },
  expulsion_reviews: { texts: ['note'] },
  facility_stays: { texts: ['reason'] },
  family_notifications: { texts: ['recipient', 'note'] },
  hand_over_notes: { texts: ['situation', 'pending', 'risks', 'people_to_call'] },
  hearing_notes: { texts: ['note'] },
  hearings: { strings: ['court'] },
  mistreatment_allegations: { texts: ['account', 'assessment'] },
  notes_verbales: { texts: ['subject', 'reply', 'explanation'], strings: ['authority'] },
  obligations: { texts: ['breach_note', 'acceptance_note'] },
  papers: { texts: ['field_values', 'made_from', 'annul_reason'] },
  paper_files: { bytes: ['content'], through: { table: 'papers', column: 'paper_id' } },
  prison_benefits: { texts: ['note'] },
  referrals: { texts: ['office', 'request', 'answer'] },
  representatives: { texts: ['contact'], strings: ['name', 'organisation'] },
  service_request_messages: { texts: ['text'] },
  timeline_entries: { texts: ['data'] },
  vulnerability_assessments: { texts: ['note'] },
};

/** Limits on what a person types, which do not bind its sealed form. */
const LIMITS: [table: string, column: string, least: number, most: number][] = [
  ['case_members', 'reason', 0, 2000],
  ['case_members', 'end_reason', 0, 2000],
  ['cases', 'intake_reference', 0, 200],
  ['detentions', 'notice_authority', 0, 300],
  ['detentions', 'sentence_court', 0, 300],
  ['disclosures', 'legal_basis', 1, 500],
  ['expulsions', 'authority', 1, 300],
  ['hearings', 'court', 1, 300],
  ['notes_verbales', 'authority', 1, 300],
  ['representatives', 'name', 1, 200],
  ['representatives', 'organisation', 0, 200],
];

/** What a person typed in an entry's data, from now on as a protected text. */
const TYPED_IN_TIMELINE: [kind: string, field: string][] = [
  ['detention.logged', 'noticeAuthority'],
  ['hearing.scheduled', 'court'],
  ['note_verbale.sent', 'authority'],
  ['expulsion.notified', 'authority'],
];

const relaxed = ([table, column, least, most]: (typeof LIMITS)[number]): string => `
  ALTER TABLE ${table} DROP CONSTRAINT ${table}_${column}_length;
  ALTER TABLE ${table} ADD CONSTRAINT ${table}_${column}_length CHECK (length(${column}) BETWEEN ${least} AND
    CASE WHEN ${column} LIKE '${MARK}%' THEN ${4 * most + 400} ELSE ${most} END);
`;

/**
 * Keys of sealed cases and persons, wrapped by the key service, and the wall behind them: a sealed
 * case takes no readable text, whoever writes it.
 */
export class CreateDataKeys1764000002500 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE recovery_keys (
        id uuid CONSTRAINT recovery_keys_pk PRIMARY KEY,
        public_key text NOT NULL,
        private_key text NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      COMMENT ON TABLE recovery_keys IS
        'For the day the key service is lost: every data key is also wrapped with the newest public key. The private key is encrypted under what two custodians hold together.';
      ALTER TABLE recovery_keys ENABLE ROW LEVEL SECURITY;
      GRANT SELECT (id, public_key, recorded_at) ON recovery_keys TO ${APP_ROLE};
      ${policy('recovery_keys', 'read', 'SELECT', SIGNED_IN)}

      CREATE TABLE data_keys (
        id uuid CONSTRAINT data_keys_pk PRIMARY KEY,
        case_id uuid CONSTRAINT data_keys_case_fk REFERENCES cases,
        person_id uuid CONSTRAINT data_keys_person_fk REFERENCES persons,
        wrapped text NOT NULL CONSTRAINT data_keys_wrapped_length CHECK (length(wrapped) BETWEEN 1 AND 4000),
        wrapped_by text NOT NULL CONSTRAINT data_keys_wrapped_by_length CHECK (length(wrapped_by) BETWEEN 1 AND 400),
        recovery_key_id uuid CONSTRAINT data_keys_recovery_key_fk REFERENCES recovery_keys,
        recovery text CONSTRAINT data_keys_recovery_length CHECK (length(recovery) BETWEEN 1 AND 4000),
        retired_at timestamptz,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT data_keys_one_subject CHECK (num_nonnulls(case_id, person_id) = 1),
        CONSTRAINT data_keys_recovery_whole CHECK ((recovery IS NULL) = (recovery_key_id IS NULL))
      );
      COMMENT ON TABLE data_keys IS
        'One data key for each sealed case and sealed person, wrapped with its subject as authenticated context. Only who may see the subject may have it: not even the system.';
      CREATE UNIQUE INDEX data_keys_of_case ON data_keys (case_id) WHERE retired_at IS NULL;
      CREATE UNIQUE INDEX data_keys_of_person ON data_keys (person_id) WHERE retired_at IS NULL;
      CREATE INDEX data_keys_case_idx ON data_keys (case_id);
      CREATE INDEX data_keys_person_idx ON data_keys (person_id);
      ${grantTable('data_keys', 'SELECT, INSERT')}
      GRANT UPDATE (retired_at) ON data_keys TO ${APP_ROLE};
      ${policy('data_keys', 'read', 'SELECT', OWN_KEY)}
      ${policy('data_keys', 'insert', 'INSERT', OWN_KEY)}
      ${policy('data_keys', 'update', 'UPDATE', OWN_KEY)}

      CREATE TABLE sealed_columns (
        table_name text NOT NULL,
        subject text NOT NULL CONSTRAINT sealed_columns_subject_known CHECK (subject IN ('case', 'person')),
        texts text[] NOT NULL,
        strings text[] NOT NULL,
        bytes text[] NOT NULL,
        belongs text NOT NULL,
        CONSTRAINT sealed_columns_pk PRIMARY KEY (table_name, subject)
      );
      COMMENT ON TABLE sealed_columns IS
        'What is sealed with its case or person: written by migrations alone. belongs: predicate on the row t, with $1 the subject.';
      ALTER TABLE sealed_columns ENABLE ROW LEVEL SECURITY;

      CREATE FUNCTION app.refuse_clear_text() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE v_row jsonb;
      BEGIN
        IF TG_NARGS = 1 AND TG_ARGV[0] = 'case_id' THEN
          IF NOT EXISTS (SELECT 1 FROM cases WHERE id = NEW.case_id AND tier = 'sealed') THEN RETURN NULL; END IF;
        ELSE
          v_row := to_jsonb(NEW);
          IF NOT EXISTS (SELECT 1 FROM cases c, unnest(TG_ARGV) AS column_name
                          WHERE c.id = (v_row ->> column_name)::uuid AND c.tier = 'sealed') THEN RETURN NULL; END IF;
        END IF;
        RAISE EXCEPTION 'clear text in a sealed case: %', TG_TABLE_NAME USING ERRCODE = 'check_violation',
          CONSTRAINT = TG_TABLE_NAME || '_sealed';
      END $$;
      CREATE FUNCTION app.refuse_clear_text_of() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE v_sealed boolean;
      BEGIN
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I p JOIN cases c ON c.id = p.case_id
                                        WHERE p.id = $1 AND c.tier = ''sealed'')', TG_ARGV[0])
           INTO v_sealed USING (to_jsonb(NEW) ->> TG_ARGV[1])::uuid;
        IF NOT v_sealed THEN RETURN NULL; END IF;
        RAISE EXCEPTION 'clear text in a sealed case: %', TG_TABLE_NAME USING ERRCODE = 'check_violation',
          CONSTRAINT = TG_TABLE_NAME || '_sealed';
      END $$;
    `);
    await q.query(LIMITS.map(relaxed).join(''));
    // the search keys of these entries do not change, and follow with the next edition
    await q.query('ALTER TABLE timeline_entries DISABLE TRIGGER USER');
    for (const [kind, field] of TYPED_IN_TIMELINE) {
      await q.query(
        `UPDATE timeline_entries SET data = jsonb_set(data, '{${field}}', jsonb_build_object('clear', data -> '${field}'))
          WHERE kind = '${kind}' AND jsonb_typeof(data -> '${field}') = 'string'`,
      );
    }
    await q.query('ALTER TABLE timeline_entries ENABLE TRIGGER USER');
    for (const [table, columns] of Object.entries(OF_CASES)) {
      await q.query(sealedWithCase(table, columns));
    }
    await q.query(`
      INSERT INTO sealed_columns VALUES
        ('cases', 'case', '{place,summary}', '{intake_reference}', '{}', 't.id = $1');
      CREATE FUNCTION app.refuse_clear_case() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'clear text in a sealed case: cases' USING ERRCODE = 'check_violation', CONSTRAINT = 'cases_sealed';
      END $$;
      CREATE TRIGGER cases_sealed AFTER INSERT OR UPDATE ON cases FOR EACH ROW
        WHEN (NEW.tier = 'sealed' AND (NEW.place ? 'clear' OR NEW.summary ? 'clear' OR NEW.intake_reference NOT LIKE '${MARK}%'))
        EXECUTE FUNCTION app.refuse_clear_case();
      CREATE FUNCTION app.may_seal(p_subject text, p_id uuid) RETURNS boolean LANGUAGE sql STABLE
        SET search_path = public, pg_temp AS $$
        SELECT CASE p_subject WHEN 'case' THEN app.is_member(p_id) ELSE p_id = ANY (app.member_people()) END $$;

      CREATE FUNCTION app.sealable_texts(p_subject text, p_id uuid)
        RETURNS TABLE (table_name text, place text, content jsonb, strings text[], bytes text[])
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE v sealed_columns;
      BEGIN
        IF NOT app.may_seal(p_subject, p_id) THEN RAISE insufficient_privilege; END IF;
        FOR v IN SELECT * FROM sealed_columns s WHERE s.subject = p_subject ORDER BY s.table_name LOOP
          RETURN QUERY EXECUTE format(
            'SELECT %L::text, t.ctid::text, jsonb_build_object(%s), $2, $3 FROM %I t WHERE %s FOR UPDATE', v.table_name,
            (SELECT string_agg(format('%L, %s', c, CASE WHEN c = ANY (v.bytes)
                THEN format('encode(t.%I, ''base64'')', c) ELSE format('t.%I', c) END), ', ')
               FROM unnest(v.texts || v.strings || v.bytes) AS c),
            v.table_name, v.belongs) USING p_id, v.strings, v.bytes;
        END LOOP;
      END $$;
      COMMENT ON FUNCTION app.sealable_texts IS
        'Every row of a case or person that holds texts, with them, for whoever seals or unseals it. For its circle only.';
      REVOKE ALL ON FUNCTION app.sealable_texts(text, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.sealable_texts(text, uuid) TO ${APP_ROLE};

      CREATE FUNCTION app.put_sealable_texts(p_subject text, p_id uuid, p_table text, p_place text, p_content jsonb)
        RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE v sealed_columns; v_count integer;
      BEGIN
        IF NOT app.may_seal(p_subject, p_id) THEN RAISE insufficient_privilege; END IF;
        SELECT * INTO STRICT v FROM sealed_columns s WHERE s.table_name = p_table AND s.subject = p_subject;
        EXECUTE format('UPDATE %I t SET %s WHERE t.ctid = $2::tid AND (%s)', p_table,
          (SELECT string_agg(format(CASE WHEN c = ANY (v.texts) THEN '%1$I = nullif($3 -> %1$L, ''null'')'
                                         WHEN c = ANY (v.strings) THEN '%1$I = $3 ->> %1$L'
                                         ELSE '%1$I = decode($3 ->> %1$L, ''base64'')' END, c), ', ')
             FROM unnest(v.texts || v.strings || v.bytes) AS c), v.belongs)
          USING p_id, p_place, p_content;
        GET DIAGNOSTICS v_count = ROW_COUNT;
        IF v_count <> 1 THEN
          RAISE EXCEPTION 'a row of % changed meanwhile', p_table USING ERRCODE = 'serialization_failure';
        END IF;
      END $$;
      COMMENT ON FUNCTION app.put_sealable_texts IS
        'Puts the same texts back in another form. For the circle only; what is put is checked by the guards of the tables.';
      REVOKE ALL ON FUNCTION app.put_sealable_texts(text, uuid, text, text, jsonb) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.put_sealable_texts(text, uuid, text, text, jsonb) TO ${APP_ROLE};

      CREATE OR REPLACE FUNCTION app.keep_issued_papers() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state = 'draft' THEN RETURN NEW; END IF;
        IF OLD.state = 'issued' AND NEW.state = 'annulled'
           AND to_jsonb(NEW) - '{state,annulled_at,annulled_on,annulled_by,annul_reason,version}'::text[]
             = to_jsonb(OLD) - '{state,annulled_at,annulled_on,annulled_by,annul_reason,version}'::text[] THEN
          RETURN NEW;
        END IF;
        -- sealing a case puts the same texts in another form, through app.put_sealable_texts alone
        IF current_user <> session_user AND pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE')
           AND to_jsonb(NEW) - '{field_values,made_from,annul_reason}'::text[]
             = to_jsonb(OLD) - '{field_values,made_from,annul_reason}'::text[] THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'an issued paper does not change' USING ERRCODE = 'integrity_constraint_violation';
      END $$;
    `);
    await q.query(`
      CREATE OR REPLACE FUNCTION app.enter_search_keys(p_case uuid, p_source integer, p_restricted boolean, p_keys text[])
        RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        INSERT INTO case_search_keys (key, case_id, post_id, source, restricted)
        SELECT k, c.id, c.post_id, p_source, p_restricted FROM unnest(p_keys) AS k, cases c
         WHERE c.id = p_case AND c.tier <> 'sealed' AND k <> '' AND k <> '#' ORDER BY k
        ON CONFLICT DO NOTHING $$;
      CREATE OR REPLACE FUNCTION app.keep_entry_findable() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF EXISTS (SELECT 1 FROM cases WHERE id = NEW.case_id AND tier = 'sealed') THEN RETURN NULL; END IF;
          DELETE FROM case_search_keys WHERE case_id = NEW.case_id AND source = 1;
          PERFORM app.enter_search_keys(e.case_id, 1, e.tier = 'restricted', app.search_words(app.clear_texts(e.data)))
             FROM timeline_entries e WHERE e.case_id = NEW.case_id AND e.data::text LIKE '%"clear"%';
        ELSE
          PERFORM app.enter_search_keys(NEW.case_id, 1, NEW.tier = 'restricted',
                                        app.search_words(app.clear_texts(NEW.data)));
        END IF;
        RETURN NULL;
      END $$;
      CREATE FUNCTION app.forget_sealed_keys() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        DELETE FROM case_search_keys WHERE case_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER cases_forget_keys AFTER UPDATE OF tier ON cases FOR EACH ROW
        WHEN (NEW.tier = 'sealed' AND OLD.tier <> 'sealed') EXECUTE FUNCTION app.forget_sealed_keys();
    `);
    await this.indexNoSealedWords(q);
  }

  /** The words of a sealed case are in no index, whoever builds it. */
  private async indexNoSealedWords(q: QueryRunner): Promise<void> {
    const [{ definition }] = (await q.query(
      `SELECT pg_get_functiondef('app.reindex_cases'::regproc) AS definition`,
    )) as [{ definition: string }];
    const joined = 'JOIN cases c ON c.id = s.case_id';
    if (!definition.includes(joined)) throw new Error('app.reindex_cases is not what it was');
    await q.query(definition.replace(joined, `${joined} AND c.tier <> 'sealed'`));
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
