import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { CaseRegistry, type MyDaySection } from '../cases';
import { RoundQueries } from './round-queries';

/** How far ahead *My day* looks. */
const DAYS_AHEAD = 14;

/** The rounds that the reader's posts plan within two weeks, and those whose day has passed. */
@Injectable()
export class RoundsOfMyDay implements MyDaySection, OnModuleInit {
  readonly name = 'rounds';

  constructor(
    private readonly registry: CaseRegistry,
    private readonly queries: RoundQueries,
  ) {}

  onModuleInit(): void {
    this.registry.addMyDaySection(this);
  }

  load(actor: Actor, now: Temporal.Instant, zone: string): Promise<readonly unknown[]> {
    const posts = actor.grants.flatMap(({ postId }) => postId ?? []);
    const until = now.toZonedDateTimeISO(zone).toPlainDate().add({ days: DAYS_AHEAD });
    return this.queries.coming(posts, until);
  }
}
