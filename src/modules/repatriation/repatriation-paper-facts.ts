import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { Translator } from '../../platform/i18n/messages';
import { atPlace, dateInWords, PaperFacts, type GroupData, type PaperFactsSource } from '../papers';
import type { Cost } from './domain/itinerary';
import { TRAVEL_DOCUMENTS } from './domain/journey';
import { REPATRIATION_PAPER_GROUPS } from './domain/paper-variables';
import type { RepatriationResponse } from './http/dto/repatriation.responses';
import { RepatriationPanel } from './repatriation-panel';

/** Lends the facts of a repatriation to papers, as Spanish text. */
@Injectable()
export class RepatriationPaperFacts implements PaperFactsSource, OnModuleInit {
  readonly family = 'repatriation';
  readonly groups = REPATRIATION_PAPER_GROUPS;

  constructor(
    private readonly papers: PaperFacts,
    private readonly panel: RepatriationPanel,
    private readonly translator: Translator,
  ) {}

  onModuleInit(): void {
    this.papers.add(this);
  }

  async load(caseId: string): Promise<Record<string, GroupData>> {
    const view = (await this.panel.load({ id: caseId })) as unknown as RepatriationResponse | null;
    return view ? { return: this.group(view) } : {};
  }

  private group(view: RepatriationResponse): GroupData {
    const authorised = view.consultations.find(({ state }) => state === 'authorised');
    const document = view.papers.find(({ kind }) => TRAVEL_DOCUMENTS.includes(kind));
    const escort = view.papers.find(({ kind }) => kind === 'escort');
    const reception = view.receptions.find(({ accepted }) => accepted);
    const [arrival] = view.arrivals;
    return {
      type: this.label('type', view.type),
      state_cost: inWords(view.stateCosts),
      authorised_on: authorised?.answeredAt ? dayOf(authorised.answeredAt) : '',
      waived: view.undertakings[0]?.waivedPercent ? `${view.undertakings[0].waivedPercent} %` : '',
      travel_document: document
        ? [this.label('paper', document.kind), document.number].filter(Boolean).join(' ')
        : '',
      escort: escort?.holder ?? '',
      institution: reception?.institution ?? '',
      contact: reception?.contact ?? '',
      arrived_on: arrival ? dayOf(arrival.occurredAt) : '',
      entry_point: arrival?.entryPoint ?? '',
      segments: view.segments
        .filter(({ cancelledAt }) => cancelledAt === null)
        .reverse()
        .map((leg) => ({
          route: `${leg.fromPlace} – ${leg.toPlace}`,
          carrier: [leg.carrier, leg.service].filter(Boolean).join(', '),
          departs: atPlace(leg.departsAt, leg.fromZone),
          arrives: atPlace(leg.arrivesAt, leg.toZone),
        })),
    };
  }

  private label(vocabulary: string, code: string): string {
    return this.translator.translate('es', `repatriation.${vocabulary}.${code}`);
  }
}

const inWords = (costs: readonly Cost[]): string =>
  costs.map(({ amount, currency }) => `${amount} ${currency}`).join(' y ');

/** The day in Lima, where the papers go. */
const dayOf = (iso: string): string =>
  dateInWords(Temporal.Instant.from(iso).toZonedDateTimeISO('America/Lima').toPlainDate());
