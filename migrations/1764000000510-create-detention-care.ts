import type { MigrationInterface, QueryRunner } from 'typeorm';
import { childOfCase, grantTable, IS_SYSTEM, policy } from '../src/platform/database/policies';

const narrative = (table: string, column: string, limit = 20000): string =>
  `${column} jsonb CONSTRAINT ${table}_${column}_length CHECK (length(${column} ->> 'clear') <= ${limit})`;

/**
 * A restricted part of a file (rules §3.11, taxonomy *Confidentiality tier*): whoever works the case
 * may add to it, since an officer who hears of mistreatment must be able to write it down; only
 * those who see restricted parts read it back or act on it.
 */
function restrictedPart(table: string, privileges: string): string {
  const inCase = `EXISTS (SELECT 1 FROM cases c WHERE c.id = ${table}.case_id)`;
  const reach = `EXISTS (SELECT 1 FROM cases c WHERE c.id = ${table}.case_id AND app.sees_restricted(c.post_id, c.id))`;
  return (
    grantTable(table, privileges) +
    policy(table, 'read', 'SELECT', `${IS_SYSTEM} OR ${reach}`) +
    policy(table, 'insert', 'INSERT', `${IS_SYSTEM} OR ${inCase}`) +
    policy(table, 'update', 'UPDATE', `${IS_SYSTEM} OR ${reach}`)
  );
}

/** The trace of such an addition rests in the shared tables of the file, under the same rule. */
const addsRestricted = (table: string): string =>
  policy(
    table,
    'add_restricted',
    'INSERT',
    `EXISTS (SELECT 1 FROM cases c WHERE c.id = ${table}.case_id)`,
  );

/** Proceedings, defence, benefits, expulsion, correspondence, and the restricted parts. */
export class CreateDetentionCare1764000000510 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE hearings (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT hearings_case_fk REFERENCES cases,
        at timestamptz NOT NULL,
        kind text NOT NULL CONSTRAINT hearings_kind_known CHECK (kind IN
          ('first_appearance', 'bail', 'preliminary', 'trial', 'sentencing', 'appeal', 'immigration',
           'expulsion', 'parole', 'other')),
        court text NOT NULL CONSTRAINT hearings_court_length CHECK (length(court) BETWEEN 1 AND 300),
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT hearings_case_key UNIQUE (case_id, id)
      );
      CREATE INDEX hearings_at_idx ON hearings (at);
      ${childOfCase('hearings', { privileges: 'SELECT, INSERT' })}

      CREATE TABLE hearing_notes (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        hearing_id uuid NOT NULL,
        outcome text NOT NULL CONSTRAINT hearing_notes_outcome_known CHECK (outcome IN ('held', 'postponed', 'cancelled')),
        occurred_at timestamptz NOT NULL,
        ${narrative('hearing_notes', 'note')} NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT hearing_notes_hearing_fk FOREIGN KEY (case_id, hearing_id) REFERENCES hearings (case_id, id)
      );
      CREATE INDEX hearing_notes_case_idx ON hearing_notes (case_id);
      ${childOfCase('hearing_notes', { privileges: 'SELECT, INSERT' })}

      CREATE TABLE representatives (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT representatives_case_fk REFERENCES cases,
        role text NOT NULL CONSTRAINT representatives_role_known CHECK (role IN ('lawyer', 'interpreter')),
        provider text NOT NULL CONSTRAINT representatives_provider_known CHECK (provider IN
          ('public_defender', 'pro_bono', 'ngo', 'university_clinic', 'court_appointed', 'volunteer', 'chosen_by_person')),
        name text NOT NULL CONSTRAINT representatives_name_length CHECK (length(name) BETWEEN 1 AND 200),
        organisation text CONSTRAINT representatives_organisation_length CHECK (length(organisation) <= 200),
        ${narrative('representatives', 'contact', 1000)},
        languages text[] NOT NULL DEFAULT '{}',
        consent_to_share boolean NOT NULL DEFAULT false,
        since date NOT NULL,
        until date,
        version integer NOT NULL DEFAULT 1,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT representatives_period CHECK (until >= since)
      );
      CREATE INDEX representatives_case_idx ON representatives (case_id);
      ${childOfCase('representatives')}

      CREATE TABLE prison_benefits (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT prison_benefits_case_fk REFERENCES cases,
        kind text NOT NULL CONSTRAINT prison_benefits_kind_known CHECK (kind IN
          ('sentence_reduction', 'parole', 'day_release', 'work_or_study', 'family_visits',
           'house_arrest', 'pardon', 'transfer_to_peru', 'other')),
        state text NOT NULL CONSTRAINT prison_benefits_state_known
          CHECK (state IN ('informed', 'requested', 'granted', 'refused', 'withdrawn')),
        state_since timestamptz NOT NULL,
        ${narrative('prison_benefits', 'note')},
        version integer NOT NULL DEFAULT 1,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      CREATE INDEX prison_benefits_case_idx ON prison_benefits (case_id);
      ${childOfCase('prison_benefits')}

      CREATE TABLE expulsions (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT expulsions_case_fk REFERENCES cases,
        authority text NOT NULL CONSTRAINT expulsions_authority_length CHECK (length(authority) BETWEEN 1 AND 300),
        notified_at timestamptz NOT NULL,
        ${narrative('expulsions', 'grounds')},
        appeal_deadline date,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT expulsions_case_key UNIQUE (case_id, id)
      );
      ${childOfCase('expulsions', { privileges: 'SELECT, INSERT' })}

      CREATE TABLE expulsion_reviews (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        expulsion_id uuid NOT NULL,
        occurred_at timestamptz NOT NULL,
        checklist jsonb NOT NULL,
        conclusion text NOT NULL CONSTRAINT expulsion_reviews_conclusion_known
          CHECK (conclusion IN ('not_arbitrary', 'arbitrary', 'inconclusive')),
        ${narrative('expulsion_reviews', 'note')},
        recorded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT expulsion_reviews_expulsion_fk FOREIGN KEY (case_id, expulsion_id) REFERENCES expulsions (case_id, id)
      );
      CREATE INDEX expulsion_reviews_case_idx ON expulsion_reviews (case_id);
      ${childOfCase('expulsion_reviews', { privileges: 'SELECT, INSERT' })}

      CREATE TABLE detention_messages (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT detention_messages_case_fk REFERENCES cases,
        direction text NOT NULL CONSTRAINT detention_messages_direction_known CHECK (direction IN ('delivered', 'received')),
        party text NOT NULL CONSTRAINT detention_messages_party_known
          CHECK (party IN ('family', 'lawyer', 'authority', 'post', 'other')),
        occurred_at timestamptz NOT NULL,
        ${narrative('detention_messages', 'summary')} NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      CREATE INDEX detention_messages_case_idx ON detention_messages (case_id);
      ${childOfCase('detention_messages', { privileges: 'SELECT, INSERT' })}

      CREATE TABLE family_notifications (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT family_notifications_case_fk REFERENCES cases,
        person_id uuid,
        ${narrative('family_notifications', 'recipient', 300)},
        channel text NOT NULL CONSTRAINT family_notifications_channel_known
          CHECK (channel IN ('telephone', 'email', 'in_person', 'letter', 'ode', 'other')),
        occurred_at timestamptz NOT NULL,
        ${narrative('family_notifications', 'note')},
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT family_notifications_addressed CHECK (person_id IS NOT NULL OR recipient IS NOT NULL)
      );
      CREATE INDEX family_notifications_case_idx ON family_notifications (case_id);
      ${childOfCase('family_notifications', { privileges: 'SELECT, INSERT' })}
    `);
    await q.query(`
      CREATE TABLE contact_health_findings (
        contact_id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        finding text NOT NULL CONSTRAINT contact_health_findings_finding_known
          CHECK (finding IN ('good', 'concern', 'serious', 'not_checked', 'not_needed')),
        ${narrative('contact_health_findings', 'note')},
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT contact_health_findings_contact_fk FOREIGN KEY (case_id, contact_id)
          REFERENCES detention_contacts (case_id, id)
      );
      CREATE INDEX contact_health_findings_case_idx ON contact_health_findings (case_id);
      ${restrictedPart('contact_health_findings', 'SELECT, INSERT')}

      CREATE TABLE mistreatment_allegations (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT mistreatment_allegations_case_fk REFERENCES cases,
        reported_at timestamptz NOT NULL,
        happened_at timestamptz,
        kinds text[] NOT NULL CONSTRAINT mistreatment_allegations_kinds_known CHECK (cardinality(kinds) > 0
          AND kinds <@ ARRAY['torture', 'physical_violence', 'sexual_violence', 'threats',
            'denial_of_medical_care', 'solitary_confinement', 'inhuman_conditions', 'discrimination', 'other']),
        alleged_author text NOT NULL CONSTRAINT mistreatment_allegations_author_known CHECK (alleged_author IN
          ('police', 'prison_staff', 'inmates', 'other_authority', 'unknown')),
        ${narrative('mistreatment_allegations', 'account')} NOT NULL,
        consul_informed_at timestamptz,
        consul_informed_by uuid,
        headquarters_informed_at timestamptz,
        headquarters_informed_by uuid,
        assessed_at timestamptz,
        assessed_by uuid,
        conclusion text CONSTRAINT mistreatment_allegations_conclusion_known
          CHECK (conclusion IN ('credible', 'unfounded', 'inconclusive')),
        ${narrative('mistreatment_allegations', 'assessment')},
        recorded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT mistreatment_allegations_assessed_whole CHECK ((assessed_at IS NULL) = (conclusion IS NULL))
      );
      CREATE INDEX mistreatment_allegations_case_idx ON mistreatment_allegations (case_id);
      ${restrictedPart('mistreatment_allegations', 'SELECT, INSERT, UPDATE')}

      CREATE FUNCTION app.open_cases_at_facility(p_facility uuid) RETURNS SETOF uuid
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT DISTINCT s.case_id FROM facility_stays s JOIN cases c ON c.id = s.case_id
         WHERE s.facility_id = p_facility AND c.closed_at IS NULL
           AND (app.account() IS NOT NULL OR app.is_system())
         ORDER BY 1 $$;
      COMMENT ON FUNCTION app.open_cases_at_facility IS
        'Ids alone, of any post: a facility found harsh changes the duties of everyone held there.';

      ${addsRestricted('timeline_entries')}
      ${addsRestricted('case_actions')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
