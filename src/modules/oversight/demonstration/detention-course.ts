import { weighted, type Random } from './random';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export interface StageStep {
  stage: string;
  at: number;
}

/** How an invented detention went; instants in epoch milliseconds, none after now except hearings. */
export interface Course {
  type: string;
  detainedAt: number;
  notifiedAt: number;
  /** When the post entered it. */
  loggedAt: number;
  stages: StageStep[];
  /** When the detention ended, or null while it lasts. */
  endedAt: number | null;
  closedAt: number | null;
  harsh: boolean;
  /** A factor that shortens the interval between visits, or none. */
  factor: string | null;
  calledAt: number | null;
  deniedAt: number | null;
  visits: number[];
  hearings: number[];
}

const TYPES = weighted([
  ['criminal_detention', 60],
  ['immigration_detention', 25],
  ['expulsion_proceedings', 8],
  ['administrative_arrest', 7],
]);

/** Mean days from arrest to the end, by type: invented, long enough for files to have a history. */
const MEAN_DAYS: Readonly<Record<string, number>> = {
  criminal_detention: 330,
  immigration_detention: 50,
  expulsion_proceedings: 70,
  administrative_arrest: 9,
};

const FACTORS = weighted<string | null>([
  [null, 86],
  ['serious_illness', 4],
  ['pregnant', 2],
  ['no_local_language', 4],
  ['quechua_or_native_language_speaker', 4],
]);
const CAPPED = ['serious_illness', 'pregnant'];

/** Days between visits that the first policy asks for; what is invented keeps to it mostly. */
function interval(stage: string, { harsh, factor }: Pick<Course, 'harsh' | 'factor'>): number {
  const usual = /immigration|expulsion/.test(stage) ? 7 : stage === 'sentenced' ? 90 : 30;
  const days = harsh ? Math.max(3, Math.floor(usual / 2)) : usual;
  return factor && CAPPED.includes(factor) ? Math.min(days, 14) : days;
}

const MOST_VISITS = 12;
const NEVER_VISITED = 0.06;
const FORGOTTEN = 0.08;
const LATE = 0.05;

/** Invents one; `loggedAt` is given so that numbers follow the order of logging. */
export function inventCourse(random: Random, loggedAt: number, now: number): Course {
  const type = TYPES(random);
  const notifiedAt = loggedAt - random.between(0.1, 3) * HOUR;
  const detainedAt = notifiedAt - random.between(2, 60) * HOUR;
  const length = -Math.log(1 - random.next()) * MEAN_DAYS[type]! * DAY + DAY;
  const endedAt = loggedAt + length < now ? loggedAt + length : null;
  const closes = endedAt === null ? null : endedAt + random.between(1, 20) * DAY;
  const closedAt = closes !== null && closes < now && random.chance(0.95) ? closes : null;
  const until = endedAt ?? now;
  const open = stagesOf(random, type, detainedAt, until);
  const course: Course = {
    type,
    detainedAt,
    notifiedAt,
    loggedAt,
    endedAt,
    closedAt,
    stages: endedAt === null ? open : [...open, { stage: endOf(random, open), at: endedAt }],
    harsh: random.chance(0.12),
    factor: FACTORS(random),
    calledAt: happened(notifiedAt + random.between(1, 22) * HOUR, until, random.chance(0.6)),
    deniedAt: happened(notifiedAt + random.between(8, 30) * HOUR, until, random.chance(0.03)),
    visits: [],
    hearings: [],
  };
  course.visits = visitsOf(random, course, until);
  course.hearings = hearingsOf(random, course, now);
  return course;
}

const happened = (at: number, until: number, chance: boolean): number | null =>
  chance && at < until ? at : null;

function stagesOf(random: Random, type: string, detainedAt: number, until: number): StageStep[] {
  const first: Readonly<Record<string, string>> = {
    immigration_detention: 'immigration_detention',
    expulsion_proceedings: 'pending_expulsion',
  };
  const steps: StageStep[] = [{ stage: first[type] ?? 'arrested', at: detainedAt }];
  const later: [string, number, number, number][] =
    type === 'criminal_detention'
      ? [
          ['pretrial', 2, 9, 0.92],
          ['on_trial', 60, 240, 0.8],
          ['sentenced', 20, 160, 0.7],
        ]
      : type === 'immigration_detention'
        ? [['pending_expulsion', 10, 50, 0.5]]
        : [];
  let at = detainedAt;
  for (const [stage, from, to, probability] of later) {
    at += random.between(from, to) * DAY;
    if (!random.chance(probability) || at >= until) break;
    steps.push({ stage, at });
  }
  return steps;
}

function endOf(random: Random, open: StageStep[]): string {
  const last = open.at(-1)!.stage;
  if (/immigration|expulsion/.test(last)) {
    return random.pick(['deported', 'deported', 'released', 'released', 'expelled']);
  }
  if (last === 'sentenced') return random.pick(['released', 'released', 'transferred_to_peru']);
  if (last === 'arrested') return random.pick(['released', 'charges_dropped']);
  return random.pick(['released', 'released', 'acquitted', 'charges_dropped']);
}

/** Most in time, some late; now and then a person is forgotten. */
function visitsOf(random: Random, course: Course, until: number): number[] {
  if (random.chance(NEVER_VISITED)) return [];
  const visits: number[] = [];
  const afterDenial = course.deniedAt === null ? 0 : course.deniedAt + random.between(2, 6) * DAY;
  const hours = random.chance(0.9) ? random.between(3, 46) : random.between(50, 240);
  let at = Math.max(course.notifiedAt + hours * HOUR, afterDenial, (course.calledAt ?? 0) + HOUR);
  const forgottenAfter = random.chance(FORGOTTEN) ? random.between(1, 4) : Infinity;
  while (at < until && visits.length < Math.min(MOST_VISITS, forgottenAfter)) {
    visits.push(at);
    const moment = at;
    const stage = course.stages.filter((step) => step.at <= moment).at(-1)!.stage;
    const pace = random.chance(LATE) ? random.between(1.1, 1.6) : random.between(0.7, 0.97);
    at += interval(stage, course) * pace * DAY;
  }
  // Beyond the most that a file keeps, the newest visit is the one that says when the next is due.
  if (visits.length === MOST_VISITS && at < until) {
    const stage = course.stages.filter((step) => step.at <= until).at(-1)!.stage;
    visits.push(Math.max(visits.at(-1)! + DAY, until - interval(stage, course) * 0.5 * DAY));
  }
  return visits.filter((visit) => visit < until);
}

function hearingsOf(random: Random, { loggedAt, endedAt, closedAt, type }: Course, now: number) {
  const hearings: number[] = [];
  if (type === 'administrative_arrest') return hearings;
  if (random.chance(0.45)) {
    const at = loggedAt + random.between(4, 60) * DAY;
    if (at < (endedAt ?? now) - 3 * DAY) hearings.push(at);
  }
  if (endedAt === null && closedAt === null && random.chance(0.25)) {
    hearings.push(now + random.between(1, 45) * DAY);
  }
  return hearings;
}
