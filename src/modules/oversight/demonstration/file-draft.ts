import type { DemonstrationPost } from './destinations';
import { HOUR, type Course } from './detention-course';
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
  /** Epoch milliseconds; nothing but a hearing lies after it. */
  now: number;
  /** Takes the next act number of the post, e.g. of visits. */
  actNumber: (kind: 'VIS' | 'NVB', at: number) => string;
}

export const iso = (at: number): string => new Date(at).toISOString();

/** A narrative as it rests. */
export const clear = (text: string | null): { clear: string } | null =>
  text ? { clear: text } : null;

/** The rows of one invented file, while it is being written. */
export class FileDraft {
  readonly rows: Rows = {};
  readonly caseId: string;
  readonly personId: string;
  /** Who works the file, when somebody does. */
  readonly officer: string | null;
  /** The end of what may have happened: the closing, or now. */
  readonly until: number;

  constructor(
    readonly random: Random,
    readonly course: Course,
    readonly setting: Setting,
  ) {
    const { officers } = setting.post;
    this.caseId = random.id(course.loggedAt);
    this.personId = random.id(course.loggedAt - 1);
    this.officer = officers.length > 0 ? random.pick(officers) : null;
    this.until = course.closedAt ?? setting.now;
  }

  add(table: string, row: Record<string, unknown>): void {
    (this.rows[table] ??= []).push(row);
  }

  /** Recorded soon after it happened, never after now. */
  recorded(at: number): string {
    return iso(Math.min(at + this.random.between(0.05, 2) * HOUR, this.setting.now));
  }

  /** One fact of the timeline. */
  entry(
    kind: string,
    at: number,
    data: object,
    tier: 'standard' | 'restricted' = 'standard',
  ): void {
    this.add('timeline_entries', {
      id: this.random.id(at),
      case_id: this.caseId,
      kind,
      occurred_at: iso(at),
      recorded_at: this.recorded(at),
      actor_id: this.officer,
      tier,
      data,
    });
  }

  /** One action of assistance. */
  act(action: string, at: number): void {
    this.add('case_actions', {
      id: this.random.id(at),
      case_id: this.caseId,
      action,
      occurred_at: iso(at),
      recorded_at: this.recorded(at),
      actor_id: this.officer,
    });
  }
}
