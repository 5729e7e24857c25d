import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { notFound } from '../../platform/errors/domain-error';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor';
import type { RoundStatus } from './domain/round';
import { Occasions } from './occasions';
import {
  CANDIDATES,
  COMING_ROUNDS,
  LIST_ROUNDS,
  READ_ROUND,
  ROUND_PEOPLE,
  SUGGESTIONS,
} from './round.statements';
import {
  toRound,
  toRoundPerson,
  type RoundPersonRow,
  type RoundPersonView,
  type RoundRow,
  type RoundView,
} from './round.views';

export interface RoundPage extends RoundView {
  people: RoundPersonView[];
}

export interface Candidate {
  caseId: string;
  reference: string;
  personName: string | null;
  stage: string | null;
  lastVisitAt: string | null;
  nextVisitAt: string | null;
  facilityName: string | null;
  city: string | null;
  opposesVisits: boolean;
  /** Their next visit is due within the days of the policy after the round's day. */
  due: boolean;
}

/** A place of the post's detainees; without `facilityId`: those whose place nobody knows. */
export interface Suggestion {
  facilityId: string | null;
  facilityName: string | null;
  city: string | null;
  visitingHours: string | null;
  people: number;
  due: number;
  overdue: number;
  neverVisited: number;
  soonestDueAt: string | null;
}

type Dated<T, K extends keyof T> = Omit<T, K> & Record<K, Date | null>;

/** What readers see of rounds, each in their own scope. */
@Injectable()
export class RoundQueries {
  constructor(
    private readonly database: Database,
    private readonly occasions: Occasions,
    private readonly clock: Clock,
  ) {}

  /** Planned rounds from the next on, or ended ones from the last back; all from the last back. */
  list(
    actor: Actor,
    query: { post?: string; status?: RoundStatus; cursor?: string; limit: number },
  ): Promise<Page<RoundView>> {
    const after = decodeCursor(query.cursor) ?? [null, null];
    return this.database.inTransaction(actor, async () => {
      const rows = await this.database.query<RoundRow>(
        query.status === 'planned' ? LIST_ROUNDS.ahead : LIST_ROUNDS.back,
        [query.post ?? null, query.status ?? null, query.limit + 1, ...after],
      );
      const names = await this.names();
      return toPage(
        rows,
        query.limit,
        (row) => [row.plannedOn, row.id],
        (row) => toRound(row, names(row.occasion)),
      );
    });
  }

  /** A round with its people; 404 when absent or of a post out of reach. */
  show(actor: Actor, id: string): Promise<RoundPage> {
    return this.database.inTransaction(actor, async () => {
      const [row] = await this.database.query<RoundRow>(READ_ROUND, [id]);
      if (!row) throw notFound();
      const people = await this.database.query<RoundPersonRow>(ROUND_PEOPLE, [
        id,
        this.clock.now().toString(),
      ]);
      const names = await this.names();
      return { ...toRound(row, names(row.occasion)), people: people.map(toRoundPerson) };
    });
  }

  /** Who may still go on the round: at its place, or in the whole post. */
  candidates(actor: Actor, id: string, within: 'place' | 'post'): Promise<{ items: Candidate[] }> {
    return this.database.inTransaction(actor, async () => {
      const [round] = await this.database.query<RoundRow>(READ_ROUND, [id]);
      if (!round) throw notFound();
      const rows = await this.database.query<Dated<Candidate, 'lastVisitAt' | 'nextVisitAt'>>(
        CANDIDATES,
        [
          id,
          this.clock.now().toString(),
          within === 'post',
          await this.dueBefore(round.plannedOn, round.timeZone),
        ],
      );
      return {
        items: rows.map((row) => ({
          ...row,
          lastVisitAt: row.lastVisitAt?.toISOString() ?? null,
          nextVisitAt: row.nextVisitAt?.toISOString() ?? null,
        })),
      };
    });
  }

  /** Where a trip of the post on a day would see most people who are due. */
  suggestions(actor: Actor, postId: string, on: string): Promise<{ items: Suggestion[] }> {
    return this.database.inTransaction(actor, async () => {
      const rows = await this.database.query<Dated<Suggestion, 'soonestDueAt'>>(SUGGESTIONS, [
        postId,
        this.clock.now().toString(),
        await this.dueBefore(on, 'UTC'),
      ]);
      return {
        items: rows.map((row) => ({
          ...row,
          soonestDueAt: row.soonestDueAt?.toISOString() ?? null,
        })),
      };
    });
  }

  /** Rounds that `posts` plan up to a day, within the ambient transaction. */
  async coming(posts: readonly string[], until: Temporal.PlainDate): Promise<RoundView[]> {
    if (posts.length === 0) return [];
    const rows = await this.database.query<RoundRow>(COMING_ROUNDS, [posts, until.toString()]);
    if (rows.length === 0) return [];
    const names = await this.names();
    return rows.map((row) => toRound(row, names(row.occasion)));
  }

  /** A visit due before this instant belongs on a round of that day (policy). */
  async dueBefore(plannedOn: string, zone: string): Promise<string> {
    const { dueWithinDays } = await this.occasions.current();
    return Temporal.PlainDate.from(plannedOn)
      .add({ days: dueWithinDays + 1 })
      .toZonedDateTime(zone)
      .toInstant()
      .toString();
  }

  /** The names of an occasion, from whichever version knew it last. */
  private async names(): Promise<(code: string | null) => { es: string; en: string } | null> {
    const known = await this.occasions.names();
    return (code) => (code ? (known.get(code) ?? null) : null);
  }
}
