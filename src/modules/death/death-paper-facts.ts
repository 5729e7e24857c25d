import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { Translator } from '../../platform/i18n/messages';
import { revealed } from '../cases';
import { atPlace, dateInWords, PaperFacts, type GroupData, type PaperFactsSource } from '../papers';
import { DeathPanel, type DeathView } from './death-panel';
import { DEATH_PAPER_GROUPS } from './domain/paper-variables';

const PLACE = statement('death.paper-place', 'SELECT place FROM cases WHERE id = $1');

/** What papers read of the panel: readable, in the reader's scope. */
interface Told extends DeathView {
  diedOn: string | null;
  documents: (DeathView['documents'][number] & {
    state: string;
    number: string | null;
    label: { es: string };
  })[];
  decisions: (DeathView['decisions'][number] & { decidedBy: string; relation: string })[];
  quotes: { funeralHome: string; amount: string; currency: string; chosenAt: string | null }[];
  legs: {
    carrier: string;
    waybill: string | null;
    fromPlace: string;
    fromZone: string;
    departsAt: string;
    toPlace: string;
    toZone: string;
    arrivesAt: string;
    cancelledAt: string | null;
  }[];
  receptions: { receivedAt: string | null; receiver: string; place: string; accepted: boolean }[];
  registrations: { authority: string; entryNumber: string }[];
  inquiries: { authority: string; fileNumber: string | null }[];
}

/** Lends the facts of a death to papers, as Spanish text. */
@Injectable()
export class DeathPaperFacts implements PaperFactsSource, OnModuleInit {
  readonly family = 'death';
  readonly groups = DEATH_PAPER_GROUPS;

  constructor(
    private readonly papers: PaperFacts,
    private readonly panel: DeathPanel,
    private readonly database: Database,
    private readonly translator: Translator,
  ) {}

  onModuleInit(): void {
    this.papers.add(this);
  }

  async load(caseId: string): Promise<Record<string, GroupData>> {
    const [view, [row]] = await Promise.all([
      this.panel.load({ id: caseId }),
      this.database.query<{ place: unknown }>(PLACE, [caseId]),
    ]);
    if (!view || !row) return {};
    const told = view as Told;
    return {
      death: this.death(told, revealed(row.place) as string | null),
      remains: this.remains(told),
    };
  }

  private death({ diedOn, registrations, inquiries }: Told, place: string | null): GroupData {
    const [registration] = registrations;
    const [inquiry] = inquiries;
    return {
      died_on: diedOn ? dateInWords(Temporal.PlainDate.from(diedOn)) : '',
      place: place ?? '',
      registration: registration ? `${registration.authority}, ${registration.entryNumber}` : '',
      inquiry_authority: inquiry?.authority ?? '',
      inquiry_file: inquiry?.fileNumber ?? '',
    };
  }

  private remains({ decisions, quotes, legs, receptions, documents }: Told): GroupData {
    const [decision] = decisions;
    const chosen = quotes.find(({ chosenAt }) => chosenAt !== null);
    const reception = receptions.find(({ accepted }) => accepted);
    const going = legs.filter(({ cancelledAt }) => cancelledAt === null).reverse();
    return {
      way: decision ? this.label('way', decision.way) : '',
      decided_by: decision
        ? `${decision.decidedBy} (${this.label('relation', decision.relation).toLowerCase()})`
        : '',
      funeral_home: chosen?.funeralHome ?? '',
      quote: chosen ? `${chosen.amount} ${chosen.currency}` : '',
      receiver: reception?.receiver ?? '',
      destination: reception?.place ?? going.at(-1)?.toPlace ?? '',
      legs: going.map((leg) => ({
        route: `${leg.fromPlace} – ${leg.toPlace}`,
        carrier: [leg.carrier, leg.waybill && `guía ${leg.waybill}`].filter(Boolean).join(', '),
        departs: atPlace(leg.departsAt, leg.fromZone),
        arrives: atPlace(leg.arrivesAt, leg.toZone),
      })),
      documents: documents
        .filter(({ state }) => state === 'obtained')
        .map(({ label, number }) => ({ document: label.es, number: number ?? '' })),
    };
  }

  private label(vocabulary: string, code: string): string {
    return this.translator.translate('es', `death.${vocabulary}.${code}`);
  }
}
