import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { inZulu } from '../../platform/database/json-rows';
import { statement } from '../../platform/database/statement';
import { notFound } from '../../platform/errors/domain-error';
import { partsOf, revealed, type CasePanel } from '../cases';
import { DeathRequirements } from './death-requirements';
import type { DeathCaseType, Manner } from './domain/death';
import { remainsKindOf, type RemainsKind, type Way } from './domain/remains';
import { requiredDocuments, type RequirementsContent } from './domain/requirements';

/** The family's part of the page in one round trip, in the reader's scope. */
const READ = statement(
  'death.panel',
  `SELECT c.id AS "caseId", c.type, c.country, d.died_on::text AS "diedOn", d.manner, d.cause, d.identification,
     d.informant, d.kin_known AS "kinKnown", d.next_of_kin AS "nextOfKin", d.heirs,
     d.custody_known_at IS NOT NULL AS "inCustody",
     ${partsOf(
       'kin_notices',
       `'outcome', r.outcome, 'recipient', r.recipient, 'relation', r.relation, 'channel', r.channel,
        'toldBy', r.told_by, 'occurredAt', r.occurred_at, 'reason', r.reason, 'note', r.note`,
     )} AS kin,
     ${partsOf(
       'remains_documents',
       `'code', r.code, 'state', r.state, 'number', r.number, 'documentId', r.document_id, 'documentTitle', f.title,
        'issuedBy', r.issued_by, 'obtainedOn', r.obtained_on, 'reason', r.reason`,
       'r.recorded_at',
       'LEFT JOIN documents f ON f.id = r.document_id',
     )} AS documents,
     ${partsOf(
       'remains_decisions',
       `'way', r.way, 'decidedBy', r.decided_by, 'relation', r.relation, 'entitlement', r.entitlement,
        'occurredAt', r.occurred_at, 'note', r.note`,
       'r.occurred_at',
     )} AS decisions,
     ${partsOf(
       'funeral_quotes',
       `'funeralHome', r.funeral_home, 'amount', r.amount::text, 'currency', r.currency, 'quotedOn', r.quoted_on,
        'chosenAt', r.chosen_at, 'note', r.note`,
     )} AS quotes,
     ${partsOf(
       'remains_legs',
       `'mode', r.mode, 'carrier', r.carrier, 'waybill', r.waybill, 'fromPlace', r.from_place, 'fromZone', r.from_zone,
        'departsAt', r.departs_at, 'toPlace', r.to_place, 'toZone', r.to_zone, 'arrivesAt', r.arrives_at,
        'cancelledAt', r.cancelled_at`,
       'r.departs_at',
     )} AS legs,
     ${partsOf(
       'transit_permits',
       `'country', r.country, 'authority', r.authority, 'number', r.number, 'grantedOn', r.granted_on, 'expiresOn', r.expires_on`,
     )} AS permits,
     ${partsOf(
       'remains_receptions',
       `'receiver', r.receiver, 'relation', r.relation, 'accepted', r.accepted, 'receivedAt', r.received_at,
        'place', r.place, 'note', r.note`,
     )} AS receptions,
     ${partsOf(
       'resting_places',
       `'kind', r.kind, 'country', r.country, 'place', r.place, 'plot', r.plot, 'restedOn', r.rested_on, 'authority', r.authority`,
     )} AS "restingPlaces",
     ${partsOf(
       'death_registrations',
       `'exOfficio', r.ex_officio, 'authority', r.authority, 'entryNumber', r.entry_number,
        'registeredOn', r.registered_on, 'declarant', r.declarant`,
     )} AS registrations,
     ${partsOf(
       'death_inquiries',
       `'authority', r.authority, 'fileNumber', r.file_number, 'openedAt', r.opened_at, 'concludedAt', r.concluded_at,
        'conclusion', r.conclusion, 'contacts', (SELECT coalesce(json_agg(json_build_object('id', f.id,
          'occurredAt', f.occurred_at, 'note', f.note) ORDER BY f.occurred_at DESC, f.id), '[]')
          FROM death_inquiry_contacts f WHERE f.case_id = r.case_id AND f.inquiry_id = r.id)`,
     )} AS inquiries,
     ${partsOf(
       'necropsies',
       `'authority', r.authority, 'doneOn', r.done_on, 'result', (SELECT f.result FROM necropsy_results f
          WHERE f.case_id = r.case_id AND f.necropsy_id = r.id ORDER BY f.recorded_at DESC, f.id DESC LIMIT 1)`,
     )} AS necropsies,
     ${partsOf(
       'headquarters_reports',
       `'subject', r.subject, 'occurredAt', r.occurred_at, 'reference', r.reference, 'note', r.note`,
     )} AS reports,
     ${partsOf(
       'estate_effects',
       `'description', r.description, 'keptAt', r.kept_at, 'takenAt', r.taken_at, 'handedOverAt', r.handed_over_at,
        'handedTo', r.handed_to, 'receipt', r.receipt`,
     )} AS effects
   FROM deaths d JOIN cases c ON c.id = d.case_id WHERE c.id = $1`,
);

interface Stored {
  type: DeathCaseType;
  country: string;
  manner: Manner;
  kin: unknown[];
  documents: { code: string }[];
  decisions: { way: Way }[];
  receptions: { receivedAt: string | null }[];
  restingPlaces: unknown[];
  [field: string]: unknown;
}

/** The family's part of the case page. */
export type DeathView = Stored & {
  kinSettled: boolean;
  remainsKind: RemainsKind | null;
  atRest: boolean;
};

@Injectable()
export class DeathPanel implements CasePanel {
  readonly name = 'death';
  readonly family = 'death';

  constructor(
    private readonly database: Database,
    private readonly requirements: DeathRequirements,
    private readonly audit: Audit,
  ) {}

  async load({ id }: { id: string }): Promise<DeathView | null> {
    const [[row], content] = await Promise.all([
      this.database.query<Stored>(READ, [id]),
      this.requirements.current(),
    ]);
    return row ? toView(revealed(inZulu(row)) as Stored, content) : null;
  }

  /** 404 for a case of another family or out of reach. Being read is audited. */
  show(actor: Actor, caseId: string): Promise<DeathView> {
    return this.database.inTransaction(actor, async () => {
      const view = await this.load({ id: caseId });
      if (!view) throw notFound();
      await this.audit.record({
        action: 'death_case.viewed',
        subjectType: 'case',
        subjectId: caseId,
      });
      return view;
    });
  }
}

const UNTOUCHED = {
  state: 'required',
  number: null,
  documentId: null,
  documentTitle: null,
  issuedBy: null,
  obtainedOn: null,
  reason: null,
};

function toView(row: Stored, content: RequirementsContent): DeathView {
  const { type, country, manner } = row;
  const way = row.decisions[0]?.way ?? null;
  const kind = remainsKindOf(type, way);
  const required = requiredDocuments(content, { country, manner, way, kind });
  return {
    ...row,
    kinSettled: row.kin.length > 0,
    remainsKind: kind,
    atRest:
      row.restingPlaces.length > 0 || row.receptions.some(({ receivedAt }) => receivedAt !== null),
    documents: required.map(({ code, label }) => {
      const newest = row.documents.find((document) => document.code === code);
      return { ...UNTOUCHED, ...newest, code, label };
    }),
  };
}
