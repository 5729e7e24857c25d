import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, grantTable, policy } from '../src/platform/database/policies';

const BOTH_VISIBLE = (table: string, other: string): string =>
  `EXISTS (SELECT 1 FROM persons p WHERE p.id = ${table}.person_id)
   AND EXISTS (SELECT 1 FROM persons p WHERE p.id = ${table}.${other})`;

/**
 * Merging duplicates so that it can be undone. `person_merges` is the truth: one row for each merge,
 * kept when undone. `persons.merged_into` is drawn from it: the person whom the record stands for now,
 * however many merges lie between. No other row of a person or a case is ever rewritten.
 */
export class CreatePersonMerges1764000001410 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE persons
        ADD COLUMN merged_into uuid CONSTRAINT persons_merged_into_fk REFERENCES persons,
        ADD CONSTRAINT persons_merged_into_another CHECK (merged_into <> id);
      CREATE INDEX persons_merged_into_idx ON persons (merged_into) WHERE merged_into IS NOT NULL;
      CREATE INDEX persons_by_post_idx ON persons (registered_post_id, id);

      CREATE TABLE person_merges (
        id uuid CONSTRAINT person_merges_pk PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT person_merges_person_fk REFERENCES persons,
        survivor_id uuid NOT NULL CONSTRAINT person_merges_survivor_fk REFERENCES persons,
        reason jsonb NOT NULL CONSTRAINT person_merges_reason_protected CHECK (reason ? 'clear' OR reason ? 'sealed'),
        merged_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        undone_at timestamptz,
        undone_by uuid,
        undone_reason jsonb CONSTRAINT person_merges_undone_protected CHECK (undone_reason ? 'clear' OR undone_reason ? 'sealed'),
        CONSTRAINT person_merges_of_two CHECK (person_id <> survivor_id),
        CONSTRAINT person_merges_undone_has_reason CHECK ((undone_at IS NULL) = (undone_reason IS NULL))
      );
      CREATE INDEX person_merges_person_idx ON person_merges (person_id);
      CREATE INDEX person_merges_survivor_idx ON person_merges (survivor_id);
      ${grantTable('person_merges', 'SELECT, INSERT')}
      GRANT UPDATE (undone_at, undone_by, undone_reason) ON person_merges TO ${APP_ROLE};
      ${policy('person_merges', 'read', 'SELECT', BOTH_VISIBLE('person_merges', 'survivor_id'))}
      ${policy('person_merges', 'insert', 'INSERT', BOTH_VISIBLE('person_merges', 'survivor_id'))}
      ${policy('person_merges', 'update', 'UPDATE', BOTH_VISIBLE('person_merges', 'survivor_id'))}

      CREATE TABLE duplicate_decisions (
        id uuid CONSTRAINT duplicate_decisions_pk PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT duplicate_decisions_person_fk REFERENCES persons,
        other_id uuid NOT NULL CONSTRAINT duplicate_decisions_other_fk REFERENCES persons,
        reason jsonb NOT NULL CONSTRAINT duplicate_decisions_reason_protected CHECK (reason ? 'clear' OR reason ? 'sealed'),
        decided_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT duplicate_decisions_order CHECK (person_id < other_id)
      );
      COMMENT ON TABLE duplicate_decisions IS 'Two records that were looked at and are not the same person.';
      CREATE INDEX duplicate_decisions_person_idx ON duplicate_decisions (person_id);
      CREATE INDEX duplicate_decisions_other_idx ON duplicate_decisions (other_id);
      ${grantTable('duplicate_decisions', 'SELECT, INSERT')}
      ${policy('duplicate_decisions', 'read', 'SELECT', BOTH_VISIBLE('duplicate_decisions', 'other_id'))}
      ${policy('duplicate_decisions', 'insert', 'INSERT', BOTH_VISIBLE('duplicate_decisions', 'other_id'))}

      CREATE FUNCTION app.settle_merges(p_persons uuid[]) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF (app.is_system() OR app.is_staff()) IS NOT TRUE THEN RAISE insufficient_privilege; END IF;
        WITH RECURSIVE up AS (
          SELECT u.id FROM unnest(p_persons) AS u(id)
          UNION
          SELECT m.survivor_id FROM up JOIN person_merges m ON m.person_id = up.id AND m.undone_at IS NULL
        ), down AS (
          SELECT up.id AS survivor, up.id FROM up
           WHERE NOT EXISTS (SELECT 1 FROM person_merges m WHERE m.person_id = up.id AND m.undone_at IS NULL)
          UNION
          SELECT d.survivor, m.person_id FROM down d
            JOIN person_merges m ON m.survivor_id = d.id AND m.undone_at IS NULL
        )
        UPDATE persons p SET merged_into = nullif(d.survivor, d.id) FROM down d
         WHERE p.id = d.id AND p.merged_into IS DISTINCT FROM nullif(d.survivor, d.id);
      END $$;
      COMMENT ON FUNCTION app.settle_merges IS
        'Draws merged_into of these persons, and of all merged with them, from the merges that stand. Says nothing of whom it touched.';

      CREATE FUNCTION app.tell_cases_of_merge(p_merge uuid, p_at timestamptz) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE v person_merges;
      BEGIN
        SELECT * INTO STRICT v FROM person_merges WHERE id = p_merge;
        IF ((v.merged_by = app.account() AND v.recorded_at = transaction_timestamp())
             OR (v.undone_by = app.account() AND v.undone_at = transaction_timestamp())) IS NOT TRUE
        THEN RAISE insufficient_privilege; END IF;
        INSERT INTO timeline_entries (id, case_id, kind, occurred_at, actor_id, data)
        SELECT gen_random_uuid(), told.case_id,
               CASE WHEN v.undone_at IS NULL THEN 'person.merged' ELSE 'person.unmerged' END,
               p_at, app.account(),
               jsonb_build_object('mergeId', v.id, 'personId', v.person_id, 'survivorId', v.survivor_id)
          FROM (SELECT DISTINCT cp.case_id
                  FROM persons kept
                  JOIN persons g ON g.id IN (v.person_id, kept.id, kept.merged_into)
                  JOIN persons p ON p.id = g.id OR p.merged_into = g.id
                  JOIN case_people cp ON cp.person_id = p.id
                 WHERE kept.id = v.survivor_id) told;
      END $$;
      COMMENT ON FUNCTION app.tell_cases_of_merge IS
        'Writes a merge, or its undoing, made in this transaction into the timeline of every case of the persons, seen by the actor or not; says nothing of them.';

      CREATE FUNCTION app.person_facts(p_person uuid) RETURNS TABLE (birth_date date, vulnerability text[])
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 1 AS $$
      DECLARE v_shown uuid;
      BEGIN
        IF (app.is_system() OR app.is_staff() OR p_person = ANY (app.member_people())) IS NOT TRUE THEN RETURN; END IF;
        SELECT coalesce(p.merged_into, p.id) INTO v_shown FROM persons p WHERE p.id = p_person;
        RETURN QUERY
        SELECT coalesce(min(g.birth_date) FILTER (WHERE g.id = v_shown), min(g.birth_date)),
               coalesce((SELECT array_agg(DISTINCT f.factor) FROM persons p, unnest(p.vulnerability) AS f(factor)
                          WHERE p.id = v_shown OR p.merged_into = v_shown), '{}')
          FROM persons g WHERE g.id = v_shown OR g.merged_into = v_shown;
      END $$;
      COMMENT ON FUNCTION app.person_facts IS
        'Birth date and vulnerability of all records of one person together, for whoever sees the one asked for: what duties are planned on.';

      CREATE FUNCTION app.contact_restrictions_of(p_person uuid)
        RETURNS TABLE (channel text, post_id uuid, since timestamptz, until timestamptz, lifted_at timestamptz)
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE v_shown uuid;
      BEGIN
        IF (app.is_system() OR app.is_staff() OR p_person = ANY (app.member_people())) IS NOT TRUE THEN RETURN; END IF;
        SELECT coalesce(p.merged_into, p.id) INTO v_shown FROM persons p WHERE p.id = p_person;
        RETURN QUERY
        SELECT r.channel, r.post_id, r.since, r.until, r.lifted_at FROM contact_restrictions r
         WHERE r.person_id = v_shown OR r.person_id IN (SELECT g.id FROM persons g WHERE g.merged_into = v_shown);
      END $$;
      COMMENT ON FUNCTION app.contact_restrictions_of IS
        'When, by which channel and by which post a person must not be contacted, over all their records, for whoever sees the one asked for; never why.';

      CREATE FUNCTION app.survivors_as_of(p_at timestamptz) RETURNS TABLE (person_id uuid, survivor_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH RECURSIVE standing AS (
          SELECT m.person_id, m.survivor_id FROM person_merges m
           WHERE m.recorded_at <= p_at AND (m.undone_at IS NULL OR m.undone_at > p_at)
             AND (SELECT app.is_system() OR app.is_staff())
        ), up AS (
          SELECT s.person_id, s.survivor_id FROM standing s
          UNION
          SELECT up.person_id, s.survivor_id FROM up JOIN standing s ON s.person_id = up.survivor_id
        )
        SELECT up.person_id, up.survivor_id FROM up
         WHERE NOT EXISTS (SELECT 1 FROM standing s WHERE s.person_id = up.survivor_id) $$;
      COMMENT ON FUNCTION app.survivors_as_of IS
        'Whom each merged record stood for at an instant; a figure as of a date counts by it (rules §10).';

      REVOKE ALL ON FUNCTION app.settle_merges(uuid[]), app.tell_cases_of_merge(uuid, timestamptz),
        app.survivors_as_of(timestamptz), app.person_facts(uuid),
        app.contact_restrictions_of(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.settle_merges(uuid[]), app.tell_cases_of_merge(uuid, timestamptz),
        app.survivors_as_of(timestamptz), app.person_facts(uuid),
        app.contact_restrictions_of(uuid) TO ${APP_ROLE};
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
