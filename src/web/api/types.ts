/** Shapes of the API as the rooms read them. Instants are ISO 8601 in UTC; days are civil dates. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total?: number;
}

export interface Me {
  account: { id: string; username: string; displayName: string; language: string };
  grants: { role: string; postId: string | null; postCode: string | null; region: string | null }[];
  permissions: string[];
  secondFactor: boolean;
}

export interface PostRef {
  id: string;
  code: string;
  name: string;
  timeZone: string;
}

export interface Post extends PostRef {
  kind: string;
  city: string;
  country: string;
  parentId: string | null;
  currency: string;
  languages: string[];
  latitude: number;
  longitude: number;
}

export interface StaffMember {
  accountId: string;
  displayName: string;
  role: string;
}

export interface IdentityDocument {
  kind: string;
  number: string;
  issuingState?: string | null;
}

export interface PersonMatch {
  id: string;
  fullName: string;
  birthDate: string | null;
  sex: number;
  nationality: string;
  identity: string;
  documents: IdentityDocument[];
  score: number;
  why: string[];
}

export interface CaseRow {
  id: string;
  reference: string;
  postId: string;
  postCode: string;
  timeZone: string;
  family: string;
  type: string;
  tier: string;
  status: string;
  personName: string | null;
  personId: string | null;
  assignee: { id: string; displayName: string } | null;
  nextDuty: string | null;
  nextDueAt: string | null;
  overdue: boolean;
  lastVisitAt: string | null;
  nextVisitAt: string | null;
  openedAt: string;
  stage?: string | null;
}

export interface ObligationChange {
  at: string;
  why: string;
  oldDueAt: string | null;
  newDueAt: string | null;
}

export interface Obligation {
  id: string;
  caseId: string;
  kind: string;
  startsAt: string;
  dueAt: string;
  status: 'open' | 'met' | 'excused' | 'cancelled';
  overdue: boolean;
  breachedAt: string | null;
  breachReason: string | null;
  acceptedBy: string | null;
  acknowledgedAt: string | null;
  policyVersion: number;
  changes: ObligationChange[];
}

export interface Duty extends Obligation {
  caseReference: string;
  personName: string | null;
  postCode: string;
  timeZone: string;
}

export interface Entry {
  id: string;
  kind: string;
  occurredAt: string;
  recordedAt: string;
  actor: { id: string; displayName: string } | null;
  tier: string;
  data: Record<string, unknown>;
}

export interface CasePerson {
  id: string;
  personId: string;
  fullName: string;
  role: string;
  birthDate: string | null;
  documents: IdentityDocument[];
}

export interface Hearing {
  id: string;
  at: string;
  court: string | null;
  kind: string | null;
}

export interface NoteVerbale {
  id: string;
  authority: string;
  subject: string | null;
  sentAt: string;
  repliedAt: string | null;
}

export interface Allegation {
  id: string;
  occurredAt: string | null;
  recordedAt: string;
  acknowledgedByConsulAt: string | null;
  acknowledgedByHeadquartersAt: string | null;
  assessedAt: string | null;
}

export interface DetentionPanel {
  detainedAt: string | null;
  informedOfRightsAt: string | null;
  postNotifiedAt: string;
  firstContactAt: string | null;
  noticeChannel: string;
  noticeAuthority: string | null;
  visitWish: string;
  familyWish: string;
  stage: string;
  offenceGroup: string | null;
  charges: string | null;
  facility: { id: string; name: string; city: string | null; harshness: string } | null;
  hearings: Hearing[];
  notesVerbales: NoteVerbale[];
  /** Absent when the reader may not see restricted parts. */
  mistreatmentAllegations?: Allegation[];
  version: number;
}

export interface CaseFile extends CaseRow {
  version: number;
  country: string;
  subdivision: string | null;
  place: string | null;
  summary: string | null;
  intakeChannel: string;
  outcome: string | null;
  people: CasePerson[];
  obligations: Obligation[];
  timeline: Page<Entry>;
  allowed: string[];
  checklist: { code: string; done: boolean; required: boolean }[];
  detention: DetentionPanel | null;
}

export interface MyDay {
  overdue: Duty[];
  dueToday: Duty[];
  dueThisWeek: Duty[];
  hearings: (Hearing & {
    caseId: string;
    caseReference: string;
    personName: string | null;
    timeZone: string;
  })[];
  newIntakes: CaseRow[];
  notices: Notice[];
}

export interface Notice {
  id: string;
  kind: string;
  caseId: string | null;
  data: Record<string, unknown>;
  createdAt: string;
  readAt: string | null;
}

export interface Facility {
  id: string;
  name: string;
  city: string | null;
  country: string;
  harshness: string;
}

export interface WorldFigures {
  open: number;
  overdue: number;
  neverVisited: number;
  medianHoursToFirstContact: number | null;
}

export interface World {
  asOf: string;
  totals: WorldFigures;
  posts: ({ post: PostRef & { country?: string; city?: string } } & WorldFigures)[];
}

export interface Region {
  code: string;
  nameEs: string;
  nameEn: string;
}

export interface Policy {
  id: string;
  version: number;
  effectiveFrom: string;
  content: PolicyContent;
  reason: string;
  createdBy: string | null;
  recordedAt: string;
}

export interface DurationRule {
  unit: 'hours' | 'days' | 'business_days';
  value: number;
  source: string;
}

/** A row applies when everything it names is so; what it leaves out does not matter. */
export interface VisitInterval {
  stage?: string;
  condition?: string;
  country?: string;
  harshness?: string;
  facilityId?: string;
  days: number;
  source: string;
}

export interface VisitCap {
  when: 'factor' | 'younger_than' | 'older_than';
  factor?: string;
  years?: number;
  days: number;
  source: string;
}

export interface Rung {
  code: string;
  recipient: 'officer' | 'head_of_post' | 'headquarters';
  from: 'start' | 'half' | 'due';
  offset: { unit: 'hours' | 'days' | 'working_days'; value: number };
}

export interface Ladder {
  upTo: { hours: number | null; days: number | null; businessDays: boolean };
  rungs: Rung[];
}

/** Everything the rules mark as a default: a version's data. */
export interface PolicyContent {
  durations: Record<string, DurationRule>;
  visits: {
    intervals: VisitInterval[];
    harshness: { harshness: string; divisor: number; minimumDays: number; source: string }[];
    caps: VisitCap[];
  };
  escalation: { localHour: number; ladders: Ladder[]; source: string };
  digest: { reminders: number; withinMinutes: number; source: string };
}

export interface PolicyPreview {
  affected: number;
  sample: {
    caseReference: string;
    kind: string;
    oldDueAt: string | null;
    newDueAt: string | null;
  }[];
}

export interface JobQueue {
  code: string;
  waiting: number;
  active: number;
  delayed: number;
  failed: number;
  paused?: boolean;
}

export interface FailedJob {
  id: string;
  name: string;
  failedAt: string | null;
  attempts: number;
  reason: string;
}

export interface Proof {
  id: string;
  ranAt: string;
  ok: boolean;
  invariants: { invariant: string; violations: number }[];
}
