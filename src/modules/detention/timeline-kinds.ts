import { z } from 'zod';
import { freeText, protectedTextData } from '../cases';
import { ASSISTANCE } from './domain/assistance';
import { CONTACT_KINDS, CONTACT_OUTCOMES, CONTACT_PARTIES } from './domain/contact';
import { FAMILY_CHANNELS, MESSAGE_PARTIES } from './domain/correspondence';
import { REPRESENTATIVE_PROVIDERS, REPRESENTATIVE_ROLES } from './domain/defence';
import { EXPULSION_CONCLUSIONS, EXPULSION_GUARANTEES } from './domain/expulsion';
import { ACKNOWLEDGERS, ASSESSMENT_CONCLUSIONS, MISTREATMENT_KINDS } from './domain/mistreatment';
import { NOTICE_CHANNELS, WISHES, WISH_SUBJECTS } from './domain/notice';
import {
  BENEFIT_KINDS,
  BENEFIT_STATES,
  HEARING_KINDS,
  HEARING_OUTCOMES,
} from './domain/proceedings';
import { STAGES } from './domain/stage';
import { CHECK_FINDINGS, NEEDS } from './domain/visit-checks';

const id = z.uuid();
const stage = z.object({
  stageId: id,
  from: z.enum(STAGES).nullable(),
  stage: z.enum(STAGES),
  replaces: id.nullable(),
  note: protectedTextData,
});
const contact = z.object({
  contactId: id,
  contactKind: z.enum(CONTACT_KINDS),
  withWhom: z.enum(CONTACT_PARTIES),
  outcome: z.enum(CONTACT_OUTCOMES),
  findings: z.record(z.string(), z.enum(CHECK_FINDINGS)),
  needs: z.array(z.enum(NEEDS)),
  nextSteps: protectedTextData,
});
const message = z.object({
  messageId: id.optional(),
  contactId: id.optional(),
  party: z.enum(MESSAGE_PARTIES).nullable(),
});
const edited = z.object({ fields: z.array(z.string()) });
const benefit = z.object({
  benefitId: id,
  benefit: z.enum(BENEFIT_KINDS),
  state: z.enum(BENEFIT_STATES),
});

/** What each entry of a detention's timeline carries: codes, ids, instants, protected texts. */
export const detentionTimelineKinds = {
  'detention.logged': z.object({
    stage: z.enum(STAGES),
    noticeChannel: z.enum(NOTICE_CHANNELS),
    noticeAuthority: freeText.nullable(),
    postNotifiedAt: z.string(),
    visitWish: z.enum(WISHES),
    familyWish: z.enum(WISHES),
    facilityId: id.nullable(),
  }),
  'detention.edited': edited,
  'sentence.recorded': edited,
  'stage.changed': stage,
  'person.released': stage,
  'visit.recorded': contact,
  'contact.recorded': contact,
  'message.delivered': message,
  'message.received': message,
  'assistance.given': z.object({ action: z.enum(ASSISTANCE), note: protectedTextData }),
  'wish.recorded': z.object({
    wishId: id,
    subject: z.enum(WISH_SUBJECTS),
    wish: z.enum(WISHES),
  }),
  'family.notified': z.object({
    notificationId: id,
    channel: z.enum(FAMILY_CHANNELS),
    recipient: protectedTextData,
  }),
  'facility.changed': z.object({ stayId: id, facilityId: id, reason: protectedTextData }),
  'hearing.scheduled': z.object({
    hearingId: id,
    at: z.string(),
    hearingKind: z.enum(HEARING_KINDS),
    court: freeText,
  }),
  'hearing.noted': z.object({
    hearingId: id,
    noteId: id,
    outcome: z.enum(HEARING_OUTCOMES),
    note: protectedTextData,
  }),
  'note_verbale.sent': z.object({
    noteVerbaleId: id,
    authority: freeText,
    contactId: id.nullable(),
    followsId: id.nullable(),
  }),
  'note_verbale.replied': z.object({
    noteVerbaleId: id,
    reply: z.string(),
    text: protectedTextData,
  }),
  'note_verbale.explained': z.object({ noteVerbaleId: id, explanation: protectedTextData }),
  'representative.added': z.object({
    representativeId: id,
    role: z.enum(REPRESENTATIVE_ROLES),
    provider: z.enum(REPRESENTATIVE_PROVIDERS),
  }),
  'representative.ended': z.object({ representativeId: id, until: z.string() }),
  'benefit.recorded': benefit,
  'benefit.changed': benefit,
  'expulsion.notified': z.object({
    expulsionId: id,
    authority: freeText,
    appealDeadline: z.string().nullable(),
  }),
  'expulsion.reviewed': z.object({
    expulsionId: id,
    reviewId: id,
    conclusion: z.enum(EXPULSION_CONCLUSIONS),
    missing: z.array(z.enum(EXPULSION_GUARANTEES)),
  }),
  'mistreatment.alleged': z.object({
    allegationId: id,
    kinds: z.array(z.enum(MISTREATMENT_KINDS)),
  }),
  'mistreatment.acknowledged': z.object({ allegationId: id, by: z.enum(ACKNOWLEDGERS) }),
  'mistreatment.assessed': z.object({
    allegationId: id,
    conclusion: z.enum(ASSESSMENT_CONCLUSIONS),
    assessment: protectedTextData,
  }),
} as const;
