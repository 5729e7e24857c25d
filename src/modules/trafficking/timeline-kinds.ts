import { z } from 'zod';
import { protectedTextData } from '../cases';
import {
  AGE_FINDINGS,
  NATIONALITY_FINDINGS,
  REFERRAL_RECIPIENTS,
  REFERRAL_STATES,
  REFLECTION_STATES,
  RETURN_FINDINGS,
} from './domain/protection';
import {
  INDICATORS,
  MEANS_OF_CONTROL,
  PERPETRATOR_PARTS,
  PURPOSES,
  TRAFFICKING_CASE_TYPES,
} from './domain/vocabulary';

const id = z.uuid();
const referral = z.object({
  referralId: id,
  recipient: z.enum(REFERRAL_RECIPIENTS),
  referralState: z.enum(REFERRAL_STATES),
});

/** What each entry of such a case's timeline carries: codes, ids, days, protected texts. */
export const traffickingTimelineKinds = {
  'trafficking_case.opened': z.object({}),
  'trafficking_type.changed': z.object({
    from: z.enum(TRAFFICKING_CASE_TYPES),
    to: z.enum(TRAFFICKING_CASE_TYPES),
    reason: protectedTextData,
  }),
  'indicators.recorded': z.object({
    findingId: id,
    indicators: z.array(z.enum(INDICATORS)),
    replaces: id.nullable(),
  }),
  'exploitation.recorded': z.object({
    exploitationId: id,
    purposes: z.array(z.enum(PURPOSES)),
    means: z.array(z.enum(MEANS_OF_CONTROL)),
    replaces: id.nullable(),
  }),
  'transit.recorded': z.object({ legId: id, replaces: id.nullable() }),
  'perpetrator.recorded': z.object({
    perpetratorId: id,
    part: z.enum(PERPETRATOR_PARTS),
    replaces: id.nullable(),
  }),
  'identity.checked': z.object({
    checkId: id,
    nationalityFinding: z.enum(NATIONALITY_FINDINGS),
    ageFinding: z.enum(AGE_FINDINGS),
  }),
  'authority.informed': referral,
  'authority.answered': referral,
  'reflection.recorded': z.object({
    reflectionId: id,
    reflectionState: z.enum(REFLECTION_STATES),
    untilDay: z.string().nullable(),
  }),
  'safe_return.planned': z.object({ returnId: id, plannedOn: z.string() }),
  'safe_return.arrived': z.object({ returnId: id }),
  'safe_return.followed_up': z.object({
    returnId: id,
    followUpId: id,
    finding: z.enum(RETURN_FINDINGS),
  }),
} as const;
