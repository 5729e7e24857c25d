import type { CaseCatalogue } from './catalogue';
import type { components } from './schema';

/** Shapes of the API. Instants are ISO 8601 in UTC; days are civil dates. */
export type Schemas = components['schemas'];
export type Language = 'es' | 'en';
export type SignInState = Schemas['SignInResponse']['state'];
export type Me = Schemas['MeResponse'];
export type Post = Schemas['PostResponse'];
export type PersonMatch = Schemas['PersonMatchResponse'];
export type Person = Schemas['PersonResponse'];
export type PersonTies = Schemas['PersonTiesResponse'];
export type Relation = Schemas['RelationResponse'];
export type Guardian = Schemas['GuardianResponse'];
export type Attempt = Schemas['AttemptResponse'];
export type Merge = Schemas['MergeResponse'];
export type ProposedPair = Schemas['ProposedPairResponse'];
export interface Staff {
  id: string;
  displayName: string;
}
export type CaseRow = Omit<Schemas['CaseRowResponse'], 'assignee'> & { assignee: Staff | null };
export type Entry = Omit<Schemas['TimelineEntryResponse'], 'actor'> & { actor: Staff | null };

export type Obligation = Schemas['ObligationResponse'];
export type World = Schemas['WorldResponse'];
export type WorldFigures = World['totals'];
export type Policy = Schemas['PolicyResponse'];
export type PolicyPreview = Schemas['PolicyPreviewResponse'];
export type Proofs = Schemas['ProofsResponse'];
export type JobQueue = Schemas['QueueResponse'];
export type FailedJob = Schemas['FailedJobResponse'];
export type AccessDenials = Schemas['AccessDenialsResponse'];

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** A duty on *My day*, with what tells whose it is. */
export interface Duty {
  id: string;
  caseId: string;
  kind: string;
  dueAt: string;
  caseReference: string;
  postCode: string;
  timeZone: string;
  personName: string | null;
}

export interface HearingAhead {
  id: string;
  at: string;
  court: string;
  kind: string;
  caseId: string;
  caseReference: string;
  timeZone: string;
  personName: string | null;
}

/** A visit round that the reader's posts plan. */
export type RoundAhead = Schemas['RoundResponse'];

/** Each module adds its own part to the day. */
export interface MyDay {
  overdue: Duty[];
  dueToday: Duty[];
  dueThisWeek: Duty[];
  hearings: HearingAhead[];
  newIntakes: CaseRow[];
  /** Transfers that wait for this post's head. */
  incomingTransfers: {
    id: string;
    caseReference: string;
    personName: string | null;
    fromPostCode: string;
  }[];
  requestsWaiting: Schemas['RequestResponse'][];
  handOvers: { id: string; caseId: string; caseReference: string; author: string | null }[];
  mentions: { id: string; caseId: string; caseReference: string; author: string | null }[];
  rounds: RoundAhead[];
}

/** The detention's panel on the page of its case; its lists in the shapes that are shown. */
export type DetentionPanel = Omit<
  Schemas['DetentionResponse'],
  'hearings' | 'notesVerbales' | 'representatives' | 'expulsions' | 'mistreatmentAllegations'
> & {
  hearings: { id: string; at: string; court: string; kind: string; notes: { id: string }[] }[];
  notesVerbales: {
    id: string;
    authority: string;
    sentAt: string;
    repliedAt: string | null;
    explainedAt: string | null;
  }[];
  representatives: {
    id: string;
    role: string;
    provider: string;
    name: string;
    organisation: string | null;
    contact: string | null;
    since: string;
    until: string | null;
    version: number;
  }[];
  expulsions: { id: string; authority: string; notifiedAt: string; reviews: { id: string }[] }[];
  /** Absent when the reader may not see restricted parts. */
  mistreatmentAllegations?: Allegation[];
};

export interface Allegation {
  id: string;
  reportedAt: string;
  consulInformedAt: string | null;
  headquartersInformedAt: string | null;
  assessedAt: string | null;
}

/** The page of a case with the panels that its modules add. */
export type CaseFile = Omit<Schemas['CasePageResponse'], 'assignee' | 'timeline'> & {
  assignee: Staff | null;
  timeline: Page<Entry>;
  obligations: Obligation[];
  detention?: DetentionPanel | null;
  cooperation?: Schemas['CooperationResponse'];
  catalogue?: CaseCatalogue | null;
  aid?: { requests: number; open: number; paidPen: string };
  death?: Schemas['DeathCaseResponse'] | null;
  missingPerson?: Schemas['MissingCaseResponse'] | null;
  repatriation?: Schemas['RepatriationResponse'] | null;
  crisis?: Schemas['CrisisPanelResponse'] | null;
  genderViolence?: Schemas['ViolenceCaseResponse'] | null;
  minor?: Schemas['MinorCaseResponse'] | null;
  trafficking?: Schemas['TraffickingCaseResponse'] | null;
  /** Null for whoever may not read restricted parts. */
  safeContacts?: Schemas['SafeContactResponse'][] | null;
};

export interface Notice {
  id: string;
  text: string;
  /** Of this application, where the notice leads. */
  path: string;
  createdAt: string;
  readAt: string | null;
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
