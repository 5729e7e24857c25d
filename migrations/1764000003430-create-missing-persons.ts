import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  APPENDED,
  indexed,
  known,
  narrative,
  needed,
  part,
  RECORDED,
  restrictedPart,
} from '../src/platform/database/case-parts';
import {
  childOfCase,
  IS_SYSTEM,
  referenceTable,
  tieredPart,
} from '../src/platform/database/policies';
import { sealedWithCase } from '../src/platform/database/sealing-policies';

const EDITS_POLICY = `(SELECT app.is_system() OR 'hq_director' = ANY (app.roles()))`;
const TELLABLE = `ARRAY['identity', 'contact', 'location', 'legal_situation', 'case_progress']`;
const tellable = (table: string, column: string): string =>
  `${column} text[] NOT NULL CONSTRAINT ${table}_${column}_known CHECK (${column} <@ ${TELLABLE})`;

const working = (value: number) => ({ unit: 'business_days', value });
const LENGTHS = {
  interest_verification: {
    ...working(3),
    source: 'Por defecto: la sede central comprueba el interés legítimo',
  },
  search_begun: { ...working(2), source: 'Por defecto: primera consulta a una autoridad' },
  search_inquiry_reply: { ...working(10), source: 'Por defecto: respuesta o segunda carta' },
  located_person_will: {
    unit: 'hours',
    value: 72,
    source: 'Por defecto: preguntar a la persona ubicada',
  },
  requester_answer: { ...working(5), source: 'Por defecto: respuesta a quien solicita' },
};

const FIRST_POLICY = {
  neutralAnswer: {
    es: 'Las gestiones solicitadas se realizaron. Por la protección de los datos personales no es posible dar más información.',
    en: 'What was asked for has been done. Because personal data are protected no more can be said.',
  },
  source: 'Ley 29733; texto por defecto, igual haya o no resultado',
};

const SEALED: Record<string, string[]> = {
  missing_persons: ['requester_contact', 'last_known', 'fear'],
  interest_decisions: ['reason'],
  search_inquiries: ['authority', 'note'],
  search_answers: ['answer'],
  sightings: ['place', 'account', 'source'],
  search_results: ['place', 'detail'],
  located_wills: ['message', 'note'],
  disclosure_orders: ['authority', 'number', 'detail'],
  requester_answers: ['told'],
};

/**
 * Missing persons (rules §6): headquarters verifies who may ask, authorities are asked with their
 * clocks, and whatever is found is a restricted part: so are the answers, the located person's will,
 * and what the requester is told.
 */
export class CreateMissingPersons1764000003430 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE missing_persons (
        case_id uuid CONSTRAINT missing_persons_pk PRIMARY KEY CONSTRAINT missing_persons_case_fk REFERENCES cases,
        requester_person_id uuid NOT NULL CONSTRAINT missing_persons_requester_fk REFERENCES persons,
        relation text NOT NULL CONSTRAINT missing_persons_relation_form CHECK (relation ~ '^[a-z_]{1,40}$'),
        ${narrative('missing_persons', 'requester_contact', 2000)},
        last_seen_on date,
        ${narrative('missing_persons', 'last_known')},
        ${needed('missing_persons', 'fear', 4000)},
        ${RECORDED}
      );
      ${childOfCase('missing_persons', APPENDED)}

      CREATE TABLE interest_decisions (${part('interest_decisions')}
        decision text NOT NULL ${known('interest_decisions', 'decision', ['verified', 'refused'])},
        ${needed('interest_decisions', 'reason', 4000)},
        occurred_at timestamptz NOT NULL,
        ${RECORDED}
      );
      ${indexed('interest_decisions')}
      ${childOfCase('interest_decisions', APPENDED)}

      CREATE TABLE search_inquiries (${part('search_inquiries')}
        kind text NOT NULL CONSTRAINT search_inquiries_kind_form CHECK (kind ~ '^[a-z_]{1,40}$'),
        ${needed('search_inquiries', 'authority')},
        ${narrative('search_inquiries', 'note')},
        sent_at timestamptz NOT NULL,
        answered_at timestamptz,
        follows_id uuid CONSTRAINT search_inquiries_follows_fk REFERENCES search_inquiries,
        version integer NOT NULL DEFAULT 1,
        ${RECORDED},
        CONSTRAINT search_inquiries_order CHECK (answered_at >= sent_at)
      );
      ${indexed('search_inquiries')}
      ${childOfCase('search_inquiries')}

      CREATE TABLE search_answers (${part('search_answers')}
        inquiry_id uuid NOT NULL CONSTRAINT search_answers_inquiry_fk REFERENCES search_inquiries,
        ${needed('search_answers', 'answer', 20000)},
        ${RECORDED}
      );
      ${indexed('search_answers')}
      ${restrictedPart('search_answers')}

      CREATE TABLE sightings (${part('sightings')}
        occurred_at timestamptz NOT NULL,
        ${needed('sightings', 'place', 2000)},
        ${needed('sightings', 'account', 4000)},
        ${narrative('sightings', 'source', 2000)},
        ${RECORDED}
      );
      ${indexed('sightings')}
      ${restrictedPart('sightings')}

      CREATE TABLE search_results (${part('search_results')}
        result text NOT NULL ${known('search_results', 'result', ['found_alive', 'found_dead', 'found_detained', 'not_found'])},
        occurred_at timestamptz NOT NULL,
        ${narrative('search_results', 'place', 2000)},
        ${narrative('search_results', 'detail', 20000)},
        ${RECORDED}
      );
      ${indexed('search_results')}
      ${restrictedPart('search_results')}

      CREATE TABLE located_wills (${part('located_wills')}
        will text NOT NULL ${known('located_wills', 'will', ['authorises', 'refuses', 'not_asked'])},
        recipient_person_id uuid CONSTRAINT located_wills_recipient_fk REFERENCES persons,
        ${tellable('located_wills', 'allows')},
        ${narrative('located_wills', 'message')},
        ${narrative('located_wills', 'note')},
        occurred_at timestamptz NOT NULL,
        ${RECORDED},
        CONSTRAINT located_wills_whole CHECK ((will = 'authorises') = (recipient_person_id IS NOT NULL)
          AND (will = 'authorises') = (cardinality(allows) > 0))
      );
      ${indexed('located_wills')}
      ${restrictedPart('located_wills')}

      CREATE TABLE disclosure_orders (${part('disclosure_orders')}
        ${needed('disclosure_orders', 'authority')},
        ${needed('disclosure_orders', 'number', 200)},
        ordered_on date NOT NULL,
        ${tellable('disclosure_orders', 'orders')},
        ${narrative('disclosure_orders', 'detail')},
        ${RECORDED},
        CONSTRAINT disclosure_orders_orders_some CHECK (cardinality(orders) > 0)
      );
      ${indexed('disclosure_orders')}
      ${restrictedPart('disclosure_orders')}

      CREATE TABLE requester_answers (${part('requester_answers')}
        basis text NOT NULL ${known('requester_answers', 'basis', ['authorisation', 'court_order', 'neutral'])},
        ${tellable('requester_answers', 'categories')},
        ${needed('requester_answers', 'told', 20000)},
        channel text NOT NULL ${known('requester_answers', 'channel', ['email', 'telephone', 'in_person', 'letter'])},
        occurred_at timestamptz NOT NULL,
        ${RECORDED},
        CONSTRAINT requester_answers_neutral_tells_nothing
          CHECK (basis <> 'neutral' OR cardinality(categories) = 0)
      );
      ${indexed('requester_answers')}
      ${restrictedPart('requester_answers')}

      CREATE TABLE missing_person_policies (
        version integer CONSTRAINT missing_person_policies_pk PRIMARY KEY,
        effective_from timestamptz NOT NULL,
        content jsonb NOT NULL,
        reason text NOT NULL CONSTRAINT missing_person_policies_reason_length CHECK (length(reason) BETWEEN 1 AND 2000),
        created_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      ${referenceTable('missing_person_policies', EDITS_POLICY)}

      -- what is told of a located person betrays that they were found
      ALTER TABLE disclosures ADD COLUMN tier text NOT NULL DEFAULT 'standard'
        CONSTRAINT disclosures_tier_known CHECK (tier IN ('standard', 'restricted'));
      ALTER TABLE disclosures DROP CONSTRAINT disclosures_wish_tells_family;
      ALTER TABLE disclosures ADD CONSTRAINT disclosures_wish_tells_family CHECK (ground <> 'recorded_wish'
        OR (recipient_kind = 'family' AND purpose IN ('inform_family', 'search_for_person') AND subject_id IS NOT NULL));
      ALTER POLICY disclosures_read ON disclosures
        USING (${IS_SYSTEM} OR ${tieredPart('disclosures', 'case_id', 'tier')});
    `);
    for (const [table, texts] of Object.entries(SEALED)) {
      await q.query(sealedWithCase(table, { texts }));
    }
    await q.query('SELECT app.add_duty_lengths($1)', [JSON.stringify(LENGTHS)]);
    await q.query(
      `INSERT INTO missing_person_policies (version, effective_from, content, reason)
       VALUES (1, '2000-01-01T00:00:00Z', $1, 'Valores iniciales del servicio')`,
      [JSON.stringify(FIRST_POLICY)],
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
