import { DAY, HOUR } from './detention-course';
import { clear, iso, type FileDraft } from './file-draft';
import { AUTHORITIES, COURTS, NEXT_STEPS, NOTES } from './phrases';

/** Entries that a file's timeline has at least: notes make up what the course leaves. */
const ENTRIES = [8, 12] as const;

/** What followed the logging: calls, visits, denials, hearings, the assessment, notes. */
export function tellWhatFollowed(draft: FileDraft): void {
  tellContacts(draft);
  tellHearings(draft);
  assess(draft);
  addNotes(draft);
}

function tellContacts(draft: FileDraft): void {
  const { course } = draft;
  if (course.calledAt !== null) {
    contact(draft, 'telephone', 'done', course.calledAt, 'contact.recorded');
    draft.act('call', course.calledAt);
  }
  if (course.deniedAt !== null) denial(draft, course.deniedAt);
  for (const at of course.visits) {
    contact(draft, 'in_person', 'done', at, 'visit.recorded');
    draft.act('visit_in_person', at);
  }
}

function contact(
  draft: FileDraft,
  kind: string,
  outcome: string,
  at: number,
  entry: string,
): string {
  const { random, caseId } = draft;
  const id = random.id(at);
  const visit = kind === 'in_person';
  const findings =
    visit && outcome === 'done'
      ? {
          due_process: random.pick(['good', 'good', 'concern']),
          fundamental_rights: 'good',
          legal_assistance: random.pick(['good', 'good', 'concern']),
          interpreter: random.pick(['not_needed', 'good']),
          treatment: random.pick(['good', 'good', 'good', 'concern']),
        }
      : {};
  const needs =
    visit && random.chance(0.4) ? [random.pick(['medicine', 'clothing', 'lawyer'])] : [];
  const nextSteps = clear(random.pick(NEXT_STEPS));
  draft.add('detention_contacts', {
    id,
    case_id: caseId,
    kind,
    with_whom: 'detainee',
    outcome,
    occurred_at: iso(at),
    act_number: visit ? draft.setting.actNumber('VIS', at) : null,
    findings,
    needs,
    denied_by: outcome === 'done' ? null : random.pick(AUTHORITIES),
    recorded_by: draft.officer,
    recorded_at: draft.recorded(at),
  });
  draft.entry(entry, at, {
    ...{ contactId: id, contactKind: kind, withWhom: 'detainee' },
    ...{ outcome, findings, needs, nextSteps },
  });
  return id;
}

/** Access denied: the note verbale about it, and the reply unless the file is young. */
function denial(draft: FileDraft, at: number): void {
  const { random, caseId } = draft;
  const contactId = contact(draft, 'in_person', 'refused_by_authority', at, 'visit.recorded');
  const sentAt = at + random.between(2, 20) * HOUR;
  if (sentAt > draft.until) return;
  const repliedAt = sentAt + random.between(3, 9) * DAY;
  const replied = repliedAt < draft.until;
  const id = random.id(sentAt);
  const authority = random.pick(AUTHORITIES);
  draft.add('notes_verbales', {
    id,
    case_id: caseId,
    contact_id: contactId,
    act_number: draft.setting.actNumber('NVB', sentAt),
    authority,
    subject: clear('Acceso consular denegado'),
    sent_at: iso(sentAt),
    replied_at: replied ? iso(repliedAt) : null,
    reply_kind: replied ? 'access_granted' : null,
    recorded_at: draft.recorded(sentAt),
  });
  draft.entry('note_verbale.sent', sentAt, {
    ...{ noteVerbaleId: id, authority, contactId, followsId: null },
  });
  draft.act('note_verbale', sentAt);
  if (!replied) return;
  const reply = { noteVerbaleId: id, reply: 'access_granted', text: null };
  draft.entry('note_verbale.replied', repliedAt, reply);
}

function tellHearings(draft: FileDraft): void {
  const { random, caseId, course } = draft;
  for (const at of course.hearings) {
    const announced = Math.min(Math.max(course.loggedAt, at - 20 * DAY), draft.setting.now);
    const id = random.id(announced);
    const court = random.pick(COURTS);
    const kind = course.type === 'criminal_detention' ? 'preliminary' : 'immigration';
    draft.add('hearings', {
      id,
      case_id: caseId,
      at: iso(at),
      kind,
      court,
      recorded_at: draft.recorded(announced),
    });
    draft.entry('hearing.scheduled', announced, {
      ...{ hearingId: id, at: iso(at), hearingKind: kind, court },
    });
    const noted = at + random.between(2, 30) * HOUR;
    if (noted > draft.until || (course.closedAt === null && random.chance(0.04))) continue;
    const noteId = random.id(noted);
    const note = clear('Audiencia celebrada con presencia de la defensa.')!;
    draft.add('hearing_notes', {
      id: noteId,
      case_id: caseId,
      hearing_id: id,
      outcome: 'held',
      occurred_at: iso(noted),
      note,
      recorded_at: draft.recorded(noted),
    });
    draft.entry('hearing.noted', noted, { hearingId: id, noteId, outcome: 'held', note });
  }
}

function assess(draft: FileDraft): void {
  const { course, random } = draft;
  const at = course.loggedAt + random.between(2, 40) * HOUR;
  if (at > draft.until || (course.closedAt === null && random.chance(0.03))) return;
  const factors = ['deprived_of_liberty', ...(course.factor ? [course.factor] : [])];
  const conclusion = 'vulnerability';
  draft.entry('vulnerability.assessed', at, { factors, conclusion, note: null }, 'restricted');
}

function addNotes(draft: FileDraft): void {
  const { random, course } = draft;
  const wanted = Math.round(random.between(...ENTRIES));
  while (draft.rows['timeline_entries']!.length < wanted) {
    const text = clear(random.pick(NOTES));
    draft.entry('note.added', random.between(course.loggedAt, draft.until), { text });
  }
}
