import { Pool } from 'pg';
import { detentionMessages } from '../../../src/modules/detention/messages';
import {
  CONTACT_KINDS,
  CONTACT_OUTCOMES,
  CONTACT_PARTIES,
} from '../../../src/modules/detention/domain/contact';
import {
  FAMILY_CHANNELS,
  MESSAGE_DIRECTIONS,
  MESSAGE_PARTIES,
} from '../../../src/modules/detention/domain/correspondence';
import {
  REPRESENTATIVE_PROVIDERS,
  REPRESENTATIVE_ROLES,
} from '../../../src/modules/detention/domain/defence';
import { EXPULSION_CONCLUSIONS } from '../../../src/modules/detention/domain/expulsion';
import { FACILITY_KINDS, HARSHNESS } from '../../../src/modules/detention/domain/facility';
import {
  ALLEGED_AUTHORS,
  ASSESSMENT_CONCLUSIONS,
  MISTREATMENT_KINDS,
} from '../../../src/modules/detention/domain/mistreatment';
import {
  NOTICE_CHANNELS,
  WISHES,
  WISH_SUBJECTS,
} from '../../../src/modules/detention/domain/notice';
import { OFFENCE_GROUPS } from '../../../src/modules/detention/domain/offence';
import {
  BENEFIT_KINDS,
  BENEFIT_STATES,
  HEARING_KINDS,
  HEARING_OUTCOMES,
} from '../../../src/modules/detention/domain/proceedings';
import { STAGES } from '../../../src/modules/detention/domain/stage';
import { CHECK_FINDINGS } from '../../../src/modules/detention/domain/visit-checks';
import { createTestDatabase, type TestDatabase } from '../../support/database';

const CONSTRAINTS: Record<string, readonly string[]> = {
  facilities_kind_known: FACILITY_KINDS,
  facilities_harshness_known: HARSHNESS,
  detentions_notice_channel_known: NOTICE_CHANNELS,
  detentions_offence_group_known: OFFENCE_GROUPS,
  detention_stages_stage_known: STAGES,
  detention_wishes_subject_known: WISH_SUBJECTS,
  detention_wishes_wish_known: WISHES,
  detention_contacts_kind_known: CONTACT_KINDS,
  detention_contacts_with_whom_known: CONTACT_PARTIES,
  detention_contacts_outcome_known: CONTACT_OUTCOMES,
  contact_health_findings_finding_known: CHECK_FINDINGS,
  hearings_kind_known: HEARING_KINDS,
  hearing_notes_outcome_known: HEARING_OUTCOMES,
  representatives_role_known: REPRESENTATIVE_ROLES,
  representatives_provider_known: REPRESENTATIVE_PROVIDERS,
  prison_benefits_kind_known: BENEFIT_KINDS,
  prison_benefits_state_known: BENEFIT_STATES,
  expulsion_reviews_conclusion_known: EXPULSION_CONCLUSIONS,
  detention_messages_direction_known: MESSAGE_DIRECTIONS,
  detention_messages_party_known: MESSAGE_PARTIES,
  family_notifications_channel_known: FAMILY_CHANNELS,
  mistreatment_allegations_kinds_known: MISTREATMENT_KINDS,
  mistreatment_allegations_author_known: ALLEGED_AUTHORS,
  mistreatment_allegations_conclusion_known: ASSESSMENT_CONCLUSIONS,
};

describe('the vocabularies of detentions', () => {
  let database: TestDatabase;
  let owner: Pool;
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Pool({ connectionString: database.ownerUrl, max: 1 });
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  it.each(Object.entries(CONSTRAINTS))('are the same in the database: %s', async (name, codes) => {
    const { rows } = await owner.query<{ definition: string }>(
      'SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = $1',
      [name],
    );
    const known = [...(rows[0]?.definition ?? '').matchAll(/'([a-z_]+)'::text/g)].map((m) => m[1]);
    expect(known.sort()).toEqual([...codes].sort());
  });

  it('read the same in both languages, without an empty word', () => {
    expect(Object.keys(detentionMessages.es).sort()).toEqual(
      Object.keys(detentionMessages.en).sort(),
    );
    for (const text of [
      ...Object.values(detentionMessages.es),
      ...Object.values(detentionMessages.en),
    ]) {
      expect(text.trim()).not.toBe('');
    }
  });
});
