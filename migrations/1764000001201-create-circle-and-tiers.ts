import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, childOfCase, IS_SYSTEM, tieredPart } from '../src/platform/database/policies';

/** Tables whose rows carry a tier of their own, now up to `sealed`. */
const TIERED = ['timeline_entries', 'case_actions'];

const withSealedRows = (table: string): string => `
  ALTER TABLE ${table} DROP CONSTRAINT ${table}_tier_known;
  ALTER TABLE ${table} ADD CONSTRAINT ${table}_tier_known CHECK (tier IN ('standard', 'restricted', 'sealed'));
  ALTER POLICY ${table}_read ON ${table} USING (${IS_SYSTEM} OR ${tieredPart(table, 'case_id', 'tier')});
  ALTER POLICY ${table}_insert ON ${table} WITH CHECK (${IS_SYSTEM} OR ${tieredPart(table, 'case_id', 'tier')});
`;

const randomCharacters = Array.from(
  { length: 8 },
  (_, i) => `substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', ((v_bits >> ${i * 5}) & 31)::int + 1, 1)`,
).join(' || ');

/**
 * The circle of a case with its dates and history; the tier that may change, with the numbers of
 * sealed cases (rules §8): random, so that no gap in the register of a post betrays one.
 */
export class CreateCircleAndTiers1764000001201 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE case_members
        ADD COLUMN ended_by uuid,
        ADD COLUMN end_reason text CONSTRAINT case_members_end_reason_length CHECK (length(end_reason) <= 2000);

      CREATE OR REPLACE FUNCTION app.member_cases() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        SELECT coalesce(array_agg(case_id), '{}') FROM case_members
         WHERE account_id = app.account() AND since <= now() AND (until IS NULL OR until > now()) $$;
      CREATE OR REPLACE FUNCTION app.is_member(p_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        SELECT EXISTS (SELECT 1 FROM case_members
          WHERE case_id = p_case AND account_id = app.account() AND since <= now()
            AND (until IS NULL OR until > now())) $$;

      ${TIERED.map(withSealedRows).join('')}

      CREATE TABLE case_references (
        id uuid CONSTRAINT case_references_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        case_id uuid NOT NULL CONSTRAINT case_references_case_fk REFERENCES cases,
        reference text NOT NULL CONSTRAINT case_references_reference_length CHECK (length(reference) BETWEEN 1 AND 40),
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      COMMENT ON TABLE case_references IS
        'References that a case bore before it was sealed or unsealed: its circle sees all of them.';
      CREATE INDEX case_references_case_idx ON case_references (case_id);
      CREATE INDEX case_references_reference_idx ON case_references (reference);
      ${childOfCase('case_references', { privileges: 'SELECT' })}
    `);
    await q.query(`
      CREATE FUNCTION app.random_reference() RETURNS text LANGUAGE plpgsql VOLATILE
        SET search_path = public, pg_temp AS $$
      DECLARE v_bits bigint; v_reference text;
      BEGIN
        LOOP
          -- the first forty bits of a random UUID are random in full
          v_bits := ('x' || left(replace(gen_random_uuid()::text, '-', ''), 10))::bit(40)::bigint;
          v_reference := 'S-' || ${randomCharacters};
          EXIT WHEN NOT EXISTS (SELECT 1 FROM cases WHERE reference = v_reference)
                AND NOT EXISTS (SELECT 1 FROM case_references WHERE reference = v_reference);
        END LOOP;
        RETURN v_reference;
      END $$;
      COMMENT ON FUNCTION app.random_reference IS
        'S- and eight random Crockford base-32 characters: numbers of sealed cases, their acts and papers (rules §8).';
      REVOKE ALL ON FUNCTION app.random_reference() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.random_reference() TO ${APP_ROLE};

      CREATE FUNCTION app.reassign_number(p_reference text) RETURNS void
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        UPDATE issued_numbers i SET state = 'reassigned' FROM posts p
         WHERE p.code = split_part(p_reference, '-', 1) AND i.post_id = p.id AND i.kind = 'CASE'
           AND i.year = split_part(p_reference, '-', 2)::integer
           AND i.n = split_part(p_reference, '-', 3)::integer $$;
      REVOKE ALL ON FUNCTION app.reassign_number(text) FROM PUBLIC;

      CREATE FUNCTION app.retire_case_number(p_case uuid) RETURNS void
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE v_reference text;
      BEGIN
        SELECT reference INTO v_reference FROM cases
         WHERE id = p_case AND status = 'dismissed' AND reference NOT LIKE 'S-%';
        IF FOUND THEN PERFORM app.reassign_number(v_reference); END IF;
      END $$;
      COMMENT ON FUNCTION app.retire_case_number IS
        'The number of a dismissed case stays in the register as reassigned, like that of a sealed one.';
      REVOKE ALL ON FUNCTION app.retire_case_number(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.retire_case_number(uuid) TO ${APP_ROLE};

      CREATE FUNCTION app.renumber_case(p_case uuid, p_year integer) RETURNS text
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE v cases; v_reference text;
      BEGIN
        SELECT * INTO STRICT v FROM cases WHERE id = p_case;
        IF NOT (app.is_system() OR app.is_member(p_case)) THEN RAISE insufficient_privilege; END IF;
        IF (v.tier = 'sealed') = (v.reference LIKE 'S-%') THEN RETURN v.reference; END IF;
        INSERT INTO case_references (case_id, reference) VALUES (p_case, v.reference);
        IF v.tier = 'sealed' THEN
          PERFORM app.reassign_number(v.reference);
          v_reference := app.random_reference();
        ELSE
          v_reference := app.take_number(v.post_id, p_year, 'CASE');
        END IF;
        UPDATE cases SET reference = v_reference WHERE id = p_case;
        RETURN v_reference;
      END $$;
      COMMENT ON FUNCTION app.renumber_case IS
        'Gives a case whose tier has changed the kind of number that its tier has; the old one stays in case_references. For members only. Call it last.';
      REVOKE ALL ON FUNCTION app.renumber_case(uuid, integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.renumber_case(uuid, integer) TO ${APP_ROLE};

      CREATE OR REPLACE FUNCTION app.take_case_number(p_case uuid, p_year integer) RETURNS text
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE v_post uuid; v_tier text; v_reference text;
      BEGIN
        SELECT post_id, tier INTO STRICT v_post, v_tier FROM cases WHERE id = p_case AND reference IS NULL;
        v_reference := CASE WHEN v_tier = 'sealed' THEN app.random_reference()
                            ELSE app.take_number(v_post, p_year, 'CASE') END;
        UPDATE cases SET reference = v_reference WHERE id = p_case;
        RETURN v_reference;
      END $$;

      UPDATE issued_numbers i SET state = 'reassigned'
        FROM cases c JOIN posts p ON p.code = split_part(c.reference, '-', 1)
       WHERE c.status = 'dismissed' AND c.reference NOT LIKE 'S-%' AND i.post_id = p.id AND i.kind = 'CASE'
         AND i.year = split_part(c.reference, '-', 2)::integer AND i.n = split_part(c.reference, '-', 3)::integer;
    `);
    await q.query(`
      -- what was told about a case that the reader no longer reaches is told no more
      ALTER POLICY notices_read ON notices USING (${IS_SYSTEM} OR (account_id = (SELECT app.account())
        AND (case_id IS NULL OR EXISTS (SELECT 1 FROM cases c WHERE c.id = notices.case_id))));

      -- whoever is only in sealed cases exists for their circles alone
      ALTER TABLE persons ADD COLUMN sealed boolean NOT NULL DEFAULT false;
      COMMENT ON COLUMN persons.sealed IS 'All cases of the person are sealed; kept by triggers.';
      ALTER POLICY persons_read ON persons USING ((SELECT app.is_system())
        OR ((SELECT app.is_staff()) AND NOT sealed) OR id = ANY ((SELECT app.member_people())::uuid[]));
      ALTER POLICY persons_update ON persons USING ((SELECT app.is_system())
        OR ((SELECT app.is_staff()) AND NOT sealed) OR id = ANY ((SELECT app.member_people())::uuid[]))
        WITH CHECK ((SELECT app.is_system())
        OR ((SELECT app.is_staff()) AND NOT sealed) OR id = ANY ((SELECT app.member_people())::uuid[]));

      CREATE FUNCTION app.seal_people() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE v_people uuid[];
      BEGIN
        IF TG_TABLE_NAME = 'cases' THEN
          v_people := array(SELECT person_id FROM case_people WHERE case_id = NEW.id);
        ELSE
          v_people := ARRAY[NEW.person_id];
        END IF;
        UPDATE persons p SET sealed = s.sealed
          FROM (SELECT cp.person_id, bool_and(c.tier = 'sealed') AS sealed
                  FROM case_people cp JOIN cases c ON c.id = cp.case_id
                 WHERE cp.person_id = ANY (v_people) GROUP BY cp.person_id) s
         WHERE p.id = s.person_id AND p.sealed <> s.sealed;
        RETURN NULL;
      END $$;
      CREATE TRIGGER cases_seal_people AFTER UPDATE OF tier ON cases FOR EACH ROW
        WHEN (OLD.tier IS DISTINCT FROM NEW.tier) EXECUTE FUNCTION app.seal_people();
      CREATE TRIGGER case_people_seal_people AFTER INSERT ON case_people FOR EACH ROW
        EXECUTE FUNCTION app.seal_people();
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
