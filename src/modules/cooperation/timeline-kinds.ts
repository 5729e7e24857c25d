import { z } from 'zod';
import { protectedTextData } from '../cases';
import { HAND_OVER_OCCASIONS } from './domain/hand-over';
import { REFERRAL_OUTCOMES } from './domain/referral';
import { REQUEST_DIRECTIONS, REQUEST_KINDS, REQUEST_OUTCOMES } from './domain/service-request';

const id = z.uuid();
const moved = z.object({ transferId: id, from: id, to: id, reason: protectedTextData });
const stayed = z.object({ transferId: id, reason: protectedTextData });
const team = { accountId: id, as: z.enum(['second', 'honorary']), reason: protectedTextData };

const ended = z.object({ referralId: id, outcome: z.enum(REFERRAL_OUTCOMES).nullable() });

/** What each entry of working together carries: codes, ids, instants, protected texts. */
export const cooperationTimelineKinds = {
  'transfer.proposed': moved,
  'transfer.accepted': moved,
  'transfer.rejected': stayed,
  'transfer.revoked': stayed,
  'team.joined': z.object({ ...team, until: z.string().nullable() }),
  'team.left': z.object(team),
  'hand_over.written': z.object({
    noteId: id,
    occasion: z.enum(HAND_OVER_OCCASIONS),
    receiverId: id.nullable(),
  }),
  'hand_over.read': z.object({ noteId: id }),
  'request.asked': z.object({
    requestId: id,
    direction: z.enum(REQUEST_DIRECTIONS),
    requestKind: z.enum(REQUEST_KINDS),
    urgent: z.boolean(),
    desk: z.string(),
  }),
  'request.answered': z.object({
    requestId: id,
    requestKind: z.enum(REQUEST_KINDS),
    outcome: z.enum(REQUEST_OUTCOMES),
  }),
  'request.withdrawn': z.object({ requestId: id, requestKind: z.enum(REQUEST_KINDS) }),
  'referral.sent': z.object({ referralId: id, institution: z.string(), expiresAt: z.string() }),
  'referral.answered': ended,
  'referral.withdrawn': ended,
} as const;
