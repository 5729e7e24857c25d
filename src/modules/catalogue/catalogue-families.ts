import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { z } from 'zod';
import {
  CaseRegistry,
  protectedTextData,
  type Case,
  type CaseVocabulary,
  type ChecklistItem,
  type Tier,
} from '../cases';
import { Obligations } from '../obligations';
import { CatalogueFactsSource } from './catalogue-facts.source';
import { CataloguePanel } from './catalogue-panel';
import { Catalogues } from './catalogues';
import { catalogueChecklist } from './domain/checklist';
import { contentOf } from './domain/content';
import { CATALOGUE_FAMILIES } from './domain/families';
import { cataloguePlanner } from './domain/plan-catalogue';

/** What the catalogue writes on a case's timeline. */
export const CATALOGUE_TIMELINE_KINDS = {
  'answers.edited': z.object({ fields: z.array(z.string()) }),
  'checklist.marked': z.object({
    item: z.string(),
    label: z.object({ es: z.string(), en: z.string() }),
    done: z.boolean(),
    note: protectedTextData,
  }),
  'action.recorded': z.object({
    action: z.string(),
    label: z.object({ es: z.string(), en: z.string() }),
    note: protectedTextData,
  }),
  'andean_assistance.recorded': z.object({
    requestingState: z.string(),
    travelDocument: z.boolean(),
  }),
  'andean_assistance.withdrawn': z.object({ requestingState: z.string() }),
};

/**
 * Attaches the catalogue to the case file: as the vocabulary of every family, and as the family of
 * those that have no module of their own, with their duties.
 */
@Injectable()
export class CatalogueFamilies implements CaseVocabulary, OnModuleInit {
  constructor(
    private readonly registry: CaseRegistry,
    private readonly obligations: Obligations,
    private readonly catalogues: Catalogues,
    private readonly source: CatalogueFactsSource,
    private readonly panel: CataloguePanel,
  ) {}

  onModuleInit(): void {
    this.registry.useVocabulary(this);
    this.registry.addTimelineKinds(CATALOGUE_TIMELINE_KINDS);
    this.registry.addPanel(this.panel);
    for (const family of CATALOGUE_FAMILIES) {
      this.registry.addFamily({
        family,
        types: {},
        timelineKinds: {},
        checklist: () => Promise.resolve([]),
      });
      this.obligations.register(cataloguePlanner(family), this.source);
    }
    this.obligations.nameDutiesBy((kind) => this.catalogues.dutyName(kind));
  }

  async typeFor(
    family: string,
    type: string,
    now: Temporal.Instant,
    version?: number,
  ): Promise<{ tier: Tier; version: number } | null> {
    const catalogue =
      version === undefined
        ? await this.catalogues.current(now)
        : await this.catalogues.at(version);
    const found = contentOf(catalogue.content, family, type);
    if (!found || found.type.retired) return null;
    return { tier: found.type.tier, version: catalogue.version };
  }

  async outcomesOf(file: Case): Promise<readonly string[] | null> {
    const { content } = await this.catalogues.at(file.catalogueVersion);
    return contentOf(content, file.family, file.type)?.family.outcomes ?? null;
  }

  async checklist(caseId: string): Promise<ChecklistItem[]> {
    const facts = await this.source.of(caseId);
    return facts ? catalogueChecklist(facts) : [];
  }
}
