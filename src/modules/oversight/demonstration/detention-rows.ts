import type { DemonstrationPost } from './destinations';
import { DAY, HOUR, type Course } from './detention-course';
import { inventPerson, type InventedPerson } from './invented-people';
import { AUTHORITIES, COURTS, NEXT_STEPS, NOTES, SUMMARIES } from './phrases';
import type { Random } from './random';
import type { Rows } from './rows';

/** A place of detention of the demonstration. */
export interface Place {
  id: string;
  kind: string;
  harsh: boolean;
}

export interface Setting {
  post: DemonstrationPost;
  places: readonly Place[];
  now: number;
  /** Takes the next act number of the post, e.g. of visits. */
  actNumber: (kind: 'VIS' | 'NVB', at: number) => string;
}

const iso = (at: number): string => new Date(at).toISOString();
const clear = (text: string | null): { clear: string } | null => (text ? { clear: text } : null);

const OUTCOMES: Readonly<Record<string, string>> = {
  released: 'released',
  acquitted: 'released',
  charges_dropped: 'released',
  deported: 'deported',
  expelled: 'deported',
  transferred_to_peru: 'repatriated',
};
const OFFENCES = ['drugs', 'property', 'assault', 'fraud', 'traffic', 'public_order', 'unknown'];
/** Rows that a file's timeline has at least: calls and notes make up what the course leaves. */
const ENTRIES = [8, 12] as const;

/** The whole file of one invented detention, as rows by table. */
export class DetentionDraft {
  readonly rows: Rows = {};
  readonly person: InventedPerson;
  readonly caseId: string;
  readonly personId: string;
  private readonly officer: string | null;
  private readonly until: number;

  constructor(
    private readonly random: Random,
    private readonly course: Course,
    private readonly setting: Setting,
  ) {
    const { loggedAt, closedAt } = course;
    this.caseId = random.id(loggedAt);
    this.personId = random.id(loggedAt - 1);
    this.person = inventPerson(random, course.detainedAt);
    this.officer = setting.post.officers.length > 0 ? random.pick(setting.post.officers) : null;
    this.until = closedAt ?? setting.now;
    this.register();
    this.open();
    this.tellStages();
    this.askWishes();
    this.contacts();
    this.hearings();
    this.assess();
    this.pad();
    if (closedAt !== null) this.entry('case.closed', closedAt, this.closing());
  }

  private add(table: string, row: Record<string, unknown>): void {
    (this.rows[table] ??= []).push(row);
  }

  /** Recorded soon after it happened, never after now. */
  private recorded(at: number): string {
    return iso(Math.min(at + this.random.between(0.05, 2) * HOUR, this.setting.now));
  }

  private entry(
    kind: string,
    at: number,
    data: object,
    tier: 'standard' | 'restricted' = 'standard',
  ): string {
    const id = this.random.id(at);
    this.add('timeline_entries', {
      id,
      case_id: this.caseId,
      kind,
      occurred_at: iso(at),
      recorded_at: this.recorded(at),
      actor_id: this.officer,
      tier,
      data,
    });
    return id;
  }

  private act(action: string, at: number): void {
    this.add('case_actions', {
      id: this.random.id(at),
      case_id: this.caseId,
      action,
      occurred_at: iso(at),
      recorded_at: this.recorded(at),
      actor_id: this.officer,
    });
  }

  private register(): void {
    const { random, person, course } = this;
    const documented = random.chance(0.75);
    this.add('persons', {
      id: this.personId,
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
      registered_post_id: this.setting.post.id,
      recorded_at: iso(course.loggedAt),
    });
    if (!documented) return;
    const dni = random.chance(0.7);
    const number = dni ? random.digits(8) : `9${random.digits(8)}`;
    this.add('person_documents', {
      id: random.id(course.loggedAt),
      person_id: this.personId,
      kind: dni ? 'dni' : 'passport',
      number,
      number_key: number,
      issuing_state: 'PER',
      recorded_at: iso(course.loggedAt),
    });
  }

  private open(): void {
    const { course, random, caseId, officer } = this;
    const { post } = this.setting;
    const status =
      course.closedAt !== null
        ? 'closed'
        : officer || course.visits.length > 0
          ? 'active'
          : 'registered';
    const stage = course.stages.at(-1)!.stage;
    this.add('cases', {
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
      subject_person_id: this.personId,
      assignee_id: officer,
      opened_by: officer,
      outcome: course.closedAt === null ? null : (OUTCOMES[stage] ?? 'resolved'),
      closed_at: course.closedAt === null ? null : iso(course.closedAt),
      recorded_at: iso(course.loggedAt),
    });
    this.add('case_people', {
      id: random.id(course.loggedAt),
      case_id: caseId,
      person_id: this.personId,
      role: 'beneficiary',
      since: iso(course.loggedAt),
    });
    this.add('detentions', {
      case_id: caseId,
      detained_at: iso(course.detainedAt),
      informed_of_rights_at: random.chance(0.7) ? iso(course.detainedAt + HOUR) : null,
      post_notified_at: iso(course.notifiedAt),
      notice_channel: random.pick(['written_notice', 'telephone', 'email', 'family', 'lawyer']),
      notice_authority: random.pick(AUTHORITIES),
      offence_group: course.type === 'criminal_detention' ? random.pick(OFFENCES) : 'migration',
      recorded_at: iso(course.loggedAt),
    });
    this.entry('case.opened', course.loggedAt, { intakeChannel: 'relative' });
    if (!officer) return;
    this.add('case_members', {
      id: random.id(course.loggedAt),
      case_id: caseId,
      account_id: officer,
      kind: 'assigned',
      since: iso(course.loggedAt),
    });
    this.entry('case.assigned', course.loggedAt, { from: null, to: officer, reason: null });
  }

  private tellStages(): void {
    const { course, random, caseId } = this;
    const place = this.place();
    this.add('facility_stays', {
      id: random.id(course.loggedAt),
      case_id: caseId,
      facility_id: place.id,
      since: iso(course.detainedAt),
      recorded_at: iso(course.loggedAt),
    });
    let from: string | null = null;
    for (const { stage, at } of course.stages) {
      const id = random.id(Math.max(at, course.loggedAt));
      this.add('detention_stages', {
        id,
        case_id: caseId,
        stage,
        occurred_at: iso(at),
        recorded_at: this.recorded(Math.max(at, course.loggedAt)),
      });
      const data = { stageId: id, from, stage, replaces: null, note: null };
      if (at === course.endedAt) this.entry('person.released', at, data);
      else if (from !== null) this.entry('stage.changed', at, data);
      from = stage;
    }
  }

  private place(): Place {
    const kind = /immigration|expulsion/.test(this.course.type) ? 'immigration_centre' : 'prison';
    const { places } = this.setting;
    const suitable = places.filter((p) => p.kind === kind && p.harsh === this.course.harsh);
    return suitable[0] ?? places.find((p) => p.harsh === this.course.harsh) ?? places[0]!;
  }

  private askWishes(): void {
    const { course, random, caseId } = this;
    const family = random.pick(['yes', 'yes', 'yes', 'no', 'not_asked']);
    for (const [subject, wish] of [
      ['visit', random.chance(0.88) ? 'yes' : 'not_asked'],
      ['family', family],
    ]) {
      this.add('detention_wishes', {
        id: random.id(course.loggedAt),
        case_id: caseId,
        subject,
        wish,
        occurred_at: iso(course.loggedAt),
        recorded_at: iso(course.loggedAt),
      });
    }
    const told = course.loggedAt + random.between(1, 20) * HOUR;
    if (family !== 'yes' || told > this.until || random.chance(0.05)) return;
    const id = random.id(told);
    this.add('family_notifications', {
      id,
      case_id: caseId,
      recipient: clear('Familiar indicado por la persona'),
      channel: 'telephone',
      occurred_at: iso(told),
      recorded_at: this.recorded(told),
    });
    this.entry('family.notified', told, {
      notificationId: id,
      channel: 'telephone',
      recipient: null,
    });
    this.act('family_notified', told);
  }

  private contacts(): void {
    const { course } = this;
    if (course.calledAt !== null) {
      this.contact('telephone', 'done', course.calledAt, 'contact.recorded');
      this.act('call', course.calledAt);
    }
    if (course.deniedAt !== null) this.denial(course.deniedAt);
    for (const at of course.visits) {
      this.contact('in_person', 'done', at, 'visit.recorded');
      this.act('visit_in_person', at);
    }
  }

  private contact(kind: string, outcome: string, at: number, entry: string): string {
    const { random, caseId } = this;
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
    this.add('detention_contacts', {
      id,
      case_id: caseId,
      kind,
      with_whom: 'detainee',
      outcome,
      occurred_at: iso(at),
      act_number: visit ? this.setting.actNumber('VIS', at) : null,
      findings,
      needs,
      denied_by: outcome === 'done' ? null : random.pick(AUTHORITIES),
      recorded_by: this.officer,
      recorded_at: this.recorded(at),
    });
    this.entry(entry, at, {
      ...{ contactId: id, contactKind: kind, withWhom: 'detainee' },
      ...{ outcome, findings, needs, nextSteps },
    });
    return id;
  }

  /** Access denied: the note verbale about it, and the reply unless the file is young. */
  private denial(at: number): void {
    const { random, caseId } = this;
    const contactId = this.contact('in_person', 'refused_by_authority', at, 'visit.recorded');
    const sentAt = at + random.between(2, 20) * HOUR;
    if (sentAt > this.until) return;
    const repliedAt = sentAt + random.between(3, 9) * DAY;
    const replied = repliedAt < this.until;
    const id = random.id(sentAt);
    const authority = random.pick(AUTHORITIES);
    this.add('notes_verbales', {
      id,
      case_id: caseId,
      contact_id: contactId,
      act_number: this.setting.actNumber('NVB', sentAt),
      authority,
      subject: clear('Acceso consular denegado'),
      sent_at: iso(sentAt),
      replied_at: replied ? iso(repliedAt) : null,
      reply_kind: replied ? 'access_granted' : null,
      recorded_at: this.recorded(sentAt),
    });
    this.entry('note_verbale.sent', sentAt, {
      ...{ noteVerbaleId: id, authority, contactId, followsId: null },
    });
    this.act('note_verbale', sentAt);
    if (!replied) return;
    const reply = { noteVerbaleId: id, reply: 'access_granted', text: null };
    this.entry('note_verbale.replied', repliedAt, reply);
  }

  private hearings(): void {
    const { random, caseId, course } = this;
    for (const at of course.hearings) {
      const announced = Math.min(Math.max(course.loggedAt, at - 20 * DAY), this.setting.now);
      const id = random.id(announced);
      const court = random.pick(COURTS);
      const kind = course.type === 'criminal_detention' ? 'preliminary' : 'immigration';
      this.add('hearings', {
        id,
        case_id: caseId,
        at: iso(at),
        kind,
        court,
        recorded_at: this.recorded(announced),
      });
      this.entry('hearing.scheduled', announced, {
        ...{ hearingId: id, at: iso(at), hearingKind: kind, court },
      });
      const noted = at + random.between(2, 30) * HOUR;
      if (noted > this.until || (course.closedAt === null && random.chance(0.04))) continue;
      const noteId = random.id(noted);
      const note = clear('Audiencia celebrada con presencia de la defensa.')!;
      this.add('hearing_notes', {
        id: noteId,
        case_id: caseId,
        hearing_id: id,
        outcome: 'held',
        occurred_at: iso(noted),
        note,
        recorded_at: this.recorded(noted),
      });
      this.entry('hearing.noted', noted, { hearingId: id, noteId, outcome: 'held', note });
    }
  }

  private assess(): void {
    const { course, random } = this;
    const at = course.loggedAt + random.between(2, 40) * HOUR;
    if (at > this.until || (course.closedAt === null && random.chance(0.03))) return;
    const factors = ['deprived_of_liberty', ...(course.factor ? [course.factor] : [])];
    const conclusion = 'vulnerability';
    this.entry('vulnerability.assessed', at, { factors, conclusion, note: null }, 'restricted');
  }

  private pad(): void {
    const { random, course } = this;
    const wanted = Math.round(random.between(...ENTRIES));
    while (this.rows['timeline_entries']!.length < wanted) {
      const text = clear(random.pick(NOTES));
      this.entry('note.added', random.between(course.loggedAt, this.until), { text });
    }
  }

  private closing(): object {
    return { outcome: this.rows['cases']![0]!['outcome'], note: null };
  }
}
