import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { z } from 'zod';
import { Database } from '../../platform/database/database';
import { CaseRegistry } from '../cases';
import { Obligations, type FactsSource } from '../obligations';
import { FACTS } from './break-glass.statements';
import { breakGlassPlanner, type BreakGlassFact } from './domain/break-glass';

interface Row {
  caseId: string;
  id: string;
  since: Date;
  reviewedAt: Date | null;
}

const instant = (date: Date): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(date.getTime());

/** Puts every entry into the case file, and its review among the duties. */
@Injectable()
export class AttachBreakGlass implements OnModuleInit, FactsSource<readonly BreakGlassFact[]> {
  constructor(
    private readonly database: Database,
    private readonly registry: CaseRegistry,
    private readonly obligations: Obligations,
  ) {}

  onModuleInit(): void {
    const data = z.object({ requestId: z.uuid(), accountId: z.uuid() });
    this.registry.addTimelineKinds({ 'glass.broken': data, 'glass.reviewed': data });
    this.obligations.registerForAll(breakGlassPlanner, this);
  }

  async load(caseIds: readonly string[]): Promise<Map<string, readonly BreakGlassFact[]>> {
    const facts = new Map<string, BreakGlassFact[]>();
    for (const { caseId, id, since, reviewedAt } of await this.database.query<Row>(FACTS, [
      caseIds,
    ])) {
      const fact = { id, since: instant(since), reviewedAt: reviewedAt && instant(reviewedAt) };
      facts.set(caseId, [...(facts.get(caseId) ?? []), fact]);
    }
    return facts;
  }
}
