import { HOUR, type Course } from './detention-course';
import { tellWhatFollowed } from './detention-events';
import { clear, FileDraft, iso, type Place, type Setting } from './file-draft';
import { inventPerson, type InventedPerson } from './invented-people';
import { AUTHORITIES, SUMMARIES } from './phrases';
import type { Random } from './random';
import type { Rows } from './rows';

const OUTCOMES: Readonly<Record<string, string>> = {
  released: 'released',
  acquitted: 'released',
  charges_dropped: 'released',
  deported: 'deported',
  expelled: 'deported',
  transferred_to_peru: 'repatriated',
};
const OFFENCES = ['drugs', 'property', 'assault', 'fraud', 'traffic', 'public_order', 'unknown'];

export interface DraftedDetention {
  caseId: string;
  personId: string;
  person: InventedPerson;
  rows: Rows;
}

/** The whole file of one invented detention, as rows by table. */
export function draftDetention(random: Random, course: Course, setting: Setting): DraftedDetention {
  const draft = new FileDraft(random, course, setting);
  const person = inventPerson(random, course.detainedAt);
  register(draft, person);
  open(draft);
  tellStages(draft);
  askWishes(draft);
  tellWhatFollowed(draft);
  if (course.closedAt !== null) {
    draft.entry('case.closed', course.closedAt, { outcome: outcomeOf(course), note: null });
  }
  return { caseId: draft.caseId, personId: draft.personId, person, rows: draft.rows };
}

const outcomeOf = ({ stages }: Course): string => OUTCOMES[stages.at(-1)!.stage] ?? 'resolved';

function register(draft: FileDraft, person: InventedPerson): void {
  const { random, course } = draft;
  const documented = random.chance(0.75);
  draft.add('persons', {
    id: draft.personId,
    given_names: person.givenNames,
    first_surname: person.firstSurname,
    second_surname: person.secondSurname,
    birth_date: person.birthDate,
    sex: person.sex,
    nationality: 'PE',
    identity: documented ? 'verified' : 'presumed',
    languages: random.chance(0.12) ? ['es', 'qu'] : ['es'],
    migration_status: person.migrationStatus,
    vulnerability: ['deprived_of_liberty', ...(course.factor ? [course.factor] : [])],
    registered_post_id: draft.setting.post.id,
    recorded_at: iso(course.loggedAt),
  });
  if (!documented) return;
  const dni = random.chance(0.7);
  const number = dni ? random.digits(8) : `9${random.digits(8)}`;
  draft.add('person_documents', {
    id: random.id(course.loggedAt),
    person_id: draft.personId,
    kind: dni ? 'dni' : 'passport',
    number,
    number_key: number,
    issuing_state: 'PER',
    recorded_at: iso(course.loggedAt),
  });
}

function open(draft: FileDraft): void {
  const { course, random, caseId, officer } = draft;
  const { post } = draft.setting;
  const status =
    course.closedAt !== null
      ? 'closed'
      : officer || course.visits.length > 0
        ? 'active'
        : 'registered';
  const stage = course.stages.at(-1)!.stage;
  draft.add('cases', {
    id: caseId,
    post_id: post.id,
    family: 'detention',
    type: course.type,
    tier: 'standard',
    status,
    stage,
    intake_channel: random.pick(['relative', 'host_notification', 'authority', 'person', 'ngo']),
    occurred_at: iso(course.detainedAt),
    country: post.country,
    subdivision: post.subdivision,
    summary: clear(random.pick(SUMMARIES)),
    subject_person_id: draft.personId,
    assignee_id: officer,
    opened_by: officer,
    outcome: course.closedAt === null ? null : outcomeOf(course),
    closed_at: course.closedAt === null ? null : iso(course.closedAt),
    recorded_at: iso(course.loggedAt),
  });
  draft.add('case_people', {
    id: random.id(course.loggedAt),
    case_id: caseId,
    person_id: draft.personId,
    role: 'beneficiary',
    since: iso(course.loggedAt),
  });
  draft.add('detentions', {
    case_id: caseId,
    detained_at: iso(course.detainedAt),
    informed_of_rights_at: random.chance(0.7) ? iso(course.detainedAt + HOUR) : null,
    post_notified_at: iso(course.notifiedAt),
    notice_channel: random.pick(['written_notice', 'telephone', 'email', 'family', 'lawyer']),
    notice_authority: random.pick(AUTHORITIES),
    offence_group: course.type === 'criminal_detention' ? random.pick(OFFENCES) : 'migration',
    recorded_at: iso(course.loggedAt),
  });
  draft.entry('case.opened', course.loggedAt, { intakeChannel: 'relative' });
  if (!officer) return;
  draft.add('case_members', {
    id: random.id(course.loggedAt),
    case_id: caseId,
    account_id: officer,
    kind: 'assigned',
    since: iso(course.loggedAt),
  });
  draft.entry('case.assigned', course.loggedAt, { from: null, to: officer, reason: null });
}

function tellStages(draft: FileDraft): void {
  const { course, random, caseId } = draft;
  const place = placeOf(draft);
  draft.add('facility_stays', {
    id: random.id(course.loggedAt),
    case_id: caseId,
    facility_id: place.id,
    since: iso(course.detainedAt),
    recorded_at: iso(course.loggedAt),
  });
  let from: string | null = null;
  for (const { stage, at } of course.stages) {
    const id = random.id(Math.max(at, course.loggedAt));
    draft.add('detention_stages', {
      id,
      case_id: caseId,
      stage,
      occurred_at: iso(at),
      recorded_at: draft.recorded(Math.max(at, course.loggedAt)),
    });
    const data = { stageId: id, from, stage, replaces: null, note: null };
    if (at === course.endedAt) draft.entry('person.released', at, data);
    else if (from !== null) draft.entry('stage.changed', at, data);
    from = stage;
  }
}

function placeOf(draft: FileDraft): Place {
  const kind = /immigration|expulsion/.test(draft.course.type) ? 'immigration_centre' : 'prison';
  const { places } = draft.setting;
  const suitable = places.filter((p) => p.kind === kind && p.harsh === draft.course.harsh);
  return suitable[0] ?? places.find((p) => p.harsh === draft.course.harsh) ?? places[0]!;
}

function askWishes(draft: FileDraft): void {
  const { course, random, caseId } = draft;
  const family = random.pick(['yes', 'yes', 'yes', 'no', 'not_asked']);
  for (const [subject, wish] of [
    ['visit', random.chance(0.88) ? 'yes' : 'not_asked'],
    ['family', family],
  ]) {
    draft.add('detention_wishes', {
      id: random.id(course.loggedAt),
      case_id: caseId,
      subject,
      wish,
      occurred_at: iso(course.loggedAt),
      recorded_at: iso(course.loggedAt),
    });
  }
  const told = course.loggedAt + random.between(1, 20) * HOUR;
  if (family !== 'yes' || told > draft.until || random.chance(0.05)) return;
  const id = random.id(told);
  draft.add('family_notifications', {
    id,
    case_id: caseId,
    recipient: clear('Familiar indicado por la persona'),
    channel: 'telephone',
    occurred_at: iso(told),
    recorded_at: draft.recorded(told),
  });
  draft.entry('family.notified', told, {
    notificationId: id,
    channel: 'telephone',
    recipient: null,
  });
  draft.act('family_notified', told);
}
