import { COURSES, everyday, type AidCourse } from './aid-courses';
import { dayInLima, type AidedCase, type AidingPost, type AidPlan } from './aid-draft';
import { DAY } from './detention-course';
import type { Random } from './random';

/** Everyday attentions of a post, and how far back they reach, in days. */
const ATTENTIONS = 70;
const OLDEST = 300;

interface Setting {
  post: AidingPost;
  files: readonly AidedCase[];
  now: number;
}

/** What was asked for at a post and what became of it, for cases that were open then. */
export function planAid(random: Random, { post, files, now }: Setting): AidPlan[] {
  const currency = post.country === 'ES' ? 'EUR' : 'USD';
  const used = new Set<string>();
  const requests = COURSES.flatMap((course): AidPlan[] => {
    const { at, steps } = timesOf(random, course, now);
    const end = steps.at(-1)?.at ?? at;
    const file = files.find((one) => !used.has(one.id) && wasOpen(one, at, end));
    if (!file) return [];
    used.add(file.id);
    const { programme, line, urgent = false, advance } = course;
    const soles = course.soles * random.between(0.9, 1.1);
    const days = advance === undefined ? null : course.age + advance;
    return [
      { file, kind: 'request', programme, line, soles, currency, steps, at, urgent, advance: days },
    ];
  });
  const attentions = Array.from({ length: ATTENTIONS }).flatMap((): AidPlan[] => {
    const at = now - (0.1 + OLDEST * random.next() ** 1.3) * DAY;
    const there = files.filter((file) => wasOpen(file, at, at));
    if (there.length === 0) return [];
    const file = random.pick(there);
    const given = { ...everyday(random), programme: 'palh', kind: 'attention' } as const;
    const steps = endorsedAndRendered(at, now);
    return [{ ...given, file, currency, steps, at, urgent: false, advance: null }];
  });
  return [...requests, ...attentions];
}

const wasOpen = ({ openedAt, closedAt }: AidedCase, from: number, until: number): boolean =>
  openedAt < from && (closedAt === null || closedAt > until);

/** A day or two between one act and the next; the last one as long ago as the course says. */
function timesOf(random: Random, { acts, age }: AidCourse, now: number) {
  let at = now - age * DAY;
  const steps: { act: AidCourse['acts'][number]; at: number }[] = [];
  for (const act of [...acts].reverse()) {
    steps.unshift({ act, at });
    at -= random.between(0.6, 2.2) * DAY;
  }
  return { at, steps };
}

/** Endorsed within days, and rendered early in the month that follows. */
function endorsedAndRendered(at: number, now: number): AidPlan['steps'] {
  const endorsed = at + 3 * DAY;
  const [year, month] = dayInLima(at).split('-').map(Number);
  const rendered = Date.UTC(year!, month!, 4, 17);
  if (endorsed >= now || dayInLima(at).slice(0, 7) === dayInLima(now).slice(0, 7)) return [];
  const endorsement = { act: 'endorse_attention', at: endorsed } as const;
  const last = Math.max(rendered, endorsed + DAY);
  // the month before waits for its rendition
  return last + 20 * DAY < now ? [endorsement, { act: 'render', at: last }] : [endorsement];
}
