import { z } from 'zod';
import { protectedTextData } from '../cases';
import { ANSWER_BASES, WILLS } from './domain/may-tell';
import { INQUIRY_KINDS, INTEREST_DECISIONS, SEARCH_RESULTS } from './domain/missing-person';

const id = z.uuid();

/** What each entry of such a case's timeline carries: codes, ids, protected texts. */
export const missingTimelineKinds = {
  'missing_person.opened': z.object({}),
  'interest.decided': z.object({
    decisionId: id,
    interestDecision: z.enum(INTEREST_DECISIONS),
    reason: protectedTextData,
  }),
  'search_inquiry.sent': z.object({
    inquiryId: id,
    inquiryKind: z.enum(INQUIRY_KINDS),
    authority: protectedTextData,
  }),
  'search_inquiry.answered': z.object({ inquiryId: id }),
  'sighting.recorded': z.object({ sightingId: id }),
  'search.concluded': z.object({ resultId: id, searchResult: z.enum(SEARCH_RESULTS) }),
  'located_will.recorded': z.object({ willId: id, locatedWill: z.enum(WILLS) }),
  'disclosure_order.recorded': z.object({ orderId: id }),
  'requester.answered': z.object({ answerId: id, answerBasis: z.enum(ANSWER_BASES) }),
} as const;
