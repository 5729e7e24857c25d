import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { dateInWords, PaperFacts, type GroupData, type PaperFactsSource } from '../papers';
import { MISSING_PAPER_GROUPS } from './domain/paper-variables';
import { MissingPanel } from './missing-panel';

interface Told {
  lastSeenOn: string | null;
  lastKnown: string | null;
  inquiries: { authority: string }[];
}

/** Lends the facts of a search to papers: who is sought, never what was found. */
@Injectable()
export class MissingPaperFacts implements PaperFactsSource, OnModuleInit {
  readonly family = 'missing_person';
  readonly groups = MISSING_PAPER_GROUPS;

  constructor(
    private readonly papers: PaperFacts,
    private readonly panel: MissingPanel,
  ) {}

  onModuleInit(): void {
    this.papers.add(this);
  }

  async load(caseId: string): Promise<Record<string, GroupData>> {
    const view = await this.panel.load({ id: caseId });
    if (!view) return {};
    const { lastSeenOn, lastKnown, inquiries } = view as unknown as Told;
    return {
      search: {
        last_seen_on: lastSeenOn ? dateInWords(Temporal.PlainDate.from(lastSeenOn)) : '',
        last_known: lastKnown ?? '',
        authority: inquiries[0]?.authority ?? '',
      },
    };
  }
}
