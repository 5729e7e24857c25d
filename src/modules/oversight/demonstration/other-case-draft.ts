import type { DemonstrationPost } from './destinations';
import { DAY, HOUR } from './detention-course';
import { clear, iso } from './file-draft';
import { inventPerson, type InventedPerson } from './invented-people';
import { registeredPerson } from './registered-person';
import type { Random } from './random';
import type { Rows } from './rows';

/** What one invented case of a family answers, and what was done for the person. */
interface Sample {
  family: string;
  type: string;
  tier: 'standard' | 'restricted';
  summary: string;
  answers: Readonly<Record<string, unknown>>;
  /** Actions in order; the first is the first contact. */
  actions: readonly (keyof typeof ACTIONS)[];
  outcome: string;
}

const ACTIONS = {
  call: { es: 'Llamada', en: 'Call' },
  visit_in_person: { es: 'Visita en persona', en: 'Visit in person' },
  contact_with_authority: { es: 'Gestión ante la autoridad', en: 'Contact with the authority' },
  legal_orientation: { es: 'Orientación legal', en: 'Legal orientation' },
  food: { es: 'Alimentos', en: 'Food' },
  referral: { es: 'Derivación', en: 'Referral' },
} as const;

const SAMPLES: readonly Sample[] = [
  {
    family: 'health',
    type: 'hospitalisation',
    tier: 'restricted',
    summary: 'Ingreso por urgencias; el hospital avisó a la oficina.',
    answers: { care_setting: 'hospital', facility: clear('Hospital General'), cover: 'public' },
    actions: ['call', 'visit_in_person', 'call'],
    outcome: 'resolved',
  },
  {
    family: 'destitution',
    type: 'stranded',
    tier: 'standard',
    summary: 'Perdió la conexión y no tiene medios para seguir viaje.',
    answers: { needs: ['food', 'lodging', 'return'], sleeping_place: 'terminal' },
    actions: ['call', 'food', 'referral'],
    outcome: 'aid_granted',
  },
  {
    family: 'crime_victim',
    type: 'robbery',
    tier: 'standard',
    summary: 'Robo del bolso con sus documentos en el transporte público.',
    answers: { reported: 'yes', lost: ['passport', 'money'] },
    actions: ['call', 'contact_with_authority'],
    outcome: 'orientation_given',
  },
  {
    family: 'labour',
    type: 'labour_rights',
    tier: 'standard',
    summary: 'El empleador no pagó los últimos dos meses.',
    answers: { employer: clear('Empleador indicado por la persona'), contract: 'oral' },
    actions: ['call', 'legal_orientation'],
    outcome: 'orientation_given',
  },
  {
    family: 'legal_orientation',
    type: 'migration_regularisation',
    tier: 'standard',
    summary: 'Consulta sobre la renovación de su residencia.',
    answers: { question: clear('¿Qué documentos necesito para renovar mi residencia?') },
    actions: ['legal_orientation'],
    outcome: 'orientation_given',
  },
  {
    family: 'maritime',
    type: 'crew_assistance',
    tier: 'standard',
    summary: 'Tripulantes en puerto, a la espera de su relevo.',
    answers: { vessel: clear('Nave de la demostración'), flag: 'PA', peruvians: 4 },
    actions: ['call', 'contact_with_authority', 'call'],
    outcome: 'resolved',
  },
  {
    family: 'welfare_check',
    type: 'welfare_check',
    tier: 'standard',
    summary: 'Su familia no tiene noticias desde hace semanas.',
    answers: { requester_relation: clear('Un familiar, desde el Perú') },
    actions: ['contact_with_authority', 'call'],
    outcome: 'resolved',
  },
];

/** How far back the oldest of them was opened, in days. */
const OLDEST = 90;

export interface DraftedCase {
  caseId: string;
  personId: string;
  person: InventedPerson;
  rows: Rows;
}

/** The file of one invented case without a module of its own, as rows by table. */
export function draftOtherCase(
  random: Random,
  post: DemonstrationPost,
  openedAt: number,
  now: number,
): DraftedCase {
  const sample = random.pick(SAMPLES);
  const person = inventPerson(random, openedAt);
  const personId = random.id(openedAt - 1);
  const caseId = random.id(openedAt);
  const officer = post.officers.length > 0 ? random.pick(post.officers) : null;
  const rows: Rows = { persons: [registeredPerson(personId, person, openedAt, post.id)] };
  const add = (table: string, row: Record<string, unknown>) => (rows[table] ??= []).push(row);
  const entry = (kind: string, at: number, data: object) =>
    add('timeline_entries', {
      ...{ id: random.id(at), case_id: caseId, kind, occurred_at: iso(at), recorded_at: iso(at) },
      ...{ actor_id: officer, tier: 'standard', data },
    });
  entry('case.opened', openedAt, { intakeChannel: 'person' });
  let at = openedAt;
  const done = officer ? sample.actions : [];
  for (const action of done) {
    at += random.between(3, 5 * 24) * HOUR;
    if (at > now) break;
    const id = random.id(at);
    add('case_actions', {
      ...{ id, case_id: caseId, action, occurred_at: iso(at), recorded_at: iso(at) },
      actor_id: officer,
    });
    entry('action.recorded', at, { action, label: ACTIONS[action], note: null });
  }
  const closedAt = officer && at + DAY < now && random.chance(0.4) ? at + DAY : null;
  if (closedAt !== null) entry('case.closed', closedAt, { outcome: sample.outcome, note: null });
  add('cases', {
    ...{ id: caseId, post_id: post.id, family: sample.family, type: sample.type },
    tier: sample.tier,
    status: closedAt !== null ? 'closed' : officer ? 'active' : 'registered',
    ...{ stage: null, intake_channel: 'person', occurred_at: iso(openedAt) },
    ...{ country: post.country, subdivision: post.subdivision, summary: clear(sample.summary) },
    ...{ subject_person_id: personId, assignee_id: officer, opened_by: officer },
    outcome: closedAt === null ? null : sample.outcome,
    closed_at: closedAt === null ? null : iso(closedAt),
    recorded_at: iso(openedAt),
  });
  const taking = { case_id: caseId, since: iso(openedAt) };
  add('case_people', {
    ...{ id: random.id(openedAt), person_id: personId, role: 'beneficiary' },
    ...taking,
  });
  if (officer) {
    add('case_members', {
      ...{ id: random.id(openedAt), account_id: officer, kind: 'assigned' },
      ...taking,
    });
  }
  for (const [field, value] of Object.entries(sample.answers)) {
    add('case_answers', {
      ...{ id: random.id(openedAt), case_id: caseId, field, value, tier: 'standard' },
      ...{ recorded_by: officer, recorded_at: iso(openedAt) },
    });
  }
  return { caseId, personId, person, rows };
}

/** When it was opened: more of the young than of the old. */
export const openedAt = (random: Random, now: number): number =>
  now - (0.2 + OLDEST * random.next() ** 1.5) * DAY;
