import { z } from 'zod';
import { protectedTextData } from '../cases';
import { HEIRS, IDENTIFICATIONS, MANNERS, RELATIONS, REPORT_SUBJECTS } from './domain/death';
import { KIN_CHANNELS } from './domain/kin';
import { RESTING_KINDS, TRANSPORT_MODES, WAYS } from './domain/remains';
import { DOCUMENT_STATES } from './domain/requirements';

const id = z.uuid();
const instant = z.string();

export const RECEPTION_STATES = ['accepted', 'received', 'declined'] as const;
export const REGISTRATION_KINDS = ['declared', 'ex_officio'] as const;

/** What each entry of such a case's timeline carries: codes, ids, days, protected texts. */
export const deathTimelineKinds = {
  'death.opened': z.object({ manner: z.enum(MANNERS), identification: z.enum(IDENTIFICATIONS) }),
  'death.updated': z.object({
    manner: z.enum(MANNERS).optional(),
    identification: z.enum(IDENTIFICATIONS).optional(),
    heirs: z.enum(HEIRS).optional(),
  }),
  'kin.informed': z.object({
    noticeId: id,
    kinChannel: z.enum(KIN_CHANNELS),
    relation: z.enum(RELATIONS),
    recipient: protectedTextData,
  }),
  'kin.unreachable': z.object({ noticeId: id, reason: protectedTextData }),
  'remains_document.recorded': z.object({
    documentId: id,
    code: z.string(),
    documentState: z.enum(DOCUMENT_STATES),
  }),
  'remains.decided': z.object({
    decisionId: id,
    way: z.enum(WAYS),
    relation: z.enum(RELATIONS),
  }),
  'funeral_quote.recorded': z.object({ quoteId: id }),
  'funeral_home.chosen': z.object({ quoteId: id }),
  'remains_leg.recorded': z.object({
    legId: id,
    mode: z.enum(TRANSPORT_MODES),
    departsAt: instant,
    arrivesAt: instant,
  }),
  'remains_leg.cancelled': z.object({ legId: id }),
  'transit_permit.recorded': z.object({ permitId: id, expiresOn: z.string().nullable() }),
  'remains.received': z.object({ receptionId: id, reception: z.enum(RECEPTION_STATES) }),
  'remains.rested': z.object({ placeId: id, restingKind: z.enum(RESTING_KINDS) }),
  'death.registered': z.object({ registrationId: id, registration: z.enum(REGISTRATION_KINDS) }),
  'death_inquiry.opened': z.object({ inquiryId: id, authority: protectedTextData }),
  'death_inquiry.followed': z.object({ inquiryId: id, contactId: id, note: protectedTextData }),
  'death_inquiry.concluded': z.object({ inquiryId: id }),
  'necropsy.recorded': z.object({ necropsyId: id }),
  'necropsy_result.recorded': z.object({ necropsyId: id, resultId: id }),
  'headquarters.reported': z.object({ reportId: id, reportSubject: z.enum(REPORT_SUBJECTS) }),
  'estate_effect.taken': z.object({ effectId: id }),
  'estate_effect.handed_over': z.object({ effectId: id }),
} as const;
