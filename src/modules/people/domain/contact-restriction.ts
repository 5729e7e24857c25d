import type { ContactKind, Label } from './vocabularies';

type Labels<Code extends string> = Readonly<Record<Code, Label>>;

/** Ways in which the service reaches a person. */
export const CONTACT_CHANNELS = [
  'telephone',
  'message',
  'instant_message',
  'email',
  'letter',
  'in_person',
  'video',
  'third_person',
] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];
export const CONTACT_CHANNEL_LABELS: Labels<ContactChannel> = {
  telephone: { es: 'Llamada', en: 'Call' },
  message: { es: 'Mensaje de texto', en: 'Text message' },
  instant_message: { es: 'Mensajería instantánea', en: 'Instant message' },
  email: { es: 'Correo electrónico', en: 'E-mail' },
  letter: { es: 'Correo postal', en: 'Letter' },
  in_person: { es: 'En persona', en: 'In person' },
  video: { es: 'Videollamada', en: 'Video call' },
  third_person: { es: 'Por medio de otra persona', en: 'Through a third person' },
};

export const RESTRICTION_GROUNDS = ['at_their_request', 'safety', 'court_order', 'other'] as const;
/** Why a person must not be contacted. */
export type RestrictionGround = (typeof RESTRICTION_GROUNDS)[number];
export const RESTRICTION_GROUND_LABELS: Labels<RestrictionGround> = {
  at_their_request: { es: 'Lo pidió la persona', en: 'At their request' },
  safety: { es: 'Por su seguridad', en: 'For their safety' },
  court_order: { es: 'Por orden judicial', en: 'By court order' },
  other: { es: 'Otro motivo', en: 'Other' },
};

export const ATTEMPT_OUTCOMES = [
  'reached',
  'no_answer',
  'left_message',
  'wrong_details',
  'not_delivered',
  'refused',
  'other_answered',
  'suspicious',
] as const;
/** What came of an attempt to reach somebody. */
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];
export const ATTEMPT_OUTCOME_LABELS: Labels<AttemptOutcome> = {
  reached: { es: 'Hubo contacto', en: 'Reached' },
  no_answer: { es: 'No contestó', en: 'No answer' },
  left_message: { es: 'Se dejó un mensaje', en: 'Message left' },
  wrong_details: { es: 'Datos equivocados', en: 'Wrong details' },
  not_delivered: { es: 'No se entregó', en: 'Not delivered' },
  refused: { es: 'No quiso hablar', en: 'Refused' },
  other_answered: { es: 'Contestó otra persona', en: 'Somebody else answered' },
  suspicious: { es: 'Algo no estaba bien', en: 'Something was not right' },
};

/** Which contacts a restriction forbids: every one, those of a channel, those of a post, or both. */
export interface RestrictionScope {
  channel: ContactChannel | null;
  postId: string | null;
  /** Milliseconds since the epoch. */
  since: number;
  until: number | null;
  liftedAt: number | null;
}

export interface IntendedContact {
  channel: ContactChannel;
  /** The post that would make it; null: none in particular. */
  postId: string | null;
  at: number;
}

/** Whether the restriction stands at an instant: from its start to its end or its lifting. */
export const standsAt = (restriction: RestrictionScope, at: number): boolean =>
  restriction.since <= at &&
  (restriction.until === null || at < restriction.until) &&
  (restriction.liftedAt === null || at < restriction.liftedAt);

/** Whether a restriction forbids a contact. */
export const forbids = (restriction: RestrictionScope, contact: IntendedContact): boolean =>
  standsAt(restriction, contact.at) &&
  (restriction.channel === null || restriction.channel === contact.channel) &&
  (restriction.postId === null || restriction.postId === contact.postId);

/** The channels by which a kind of contact detail is used. */
const CHANNELS_OF: Readonly<Record<ContactKind, readonly ContactChannel[]>> = {
  phone: ['telephone', 'message', 'instant_message'],
  email: ['email'],
  address: ['letter', 'in_person'],
  other: [],
};

/**
 * Whether a contact detail may be used now by the post: nothing forbids every channel it serves, and,
 * when safe details are on file, it is one of them: nothing is ever sent outside them (rules §4).
 */
export function mayUse(
  detail: { kind: ContactKind; safe: boolean },
  anySafe: boolean,
  restrictions: readonly RestrictionScope[],
  postId: string | null,
  at: number,
): boolean {
  if (anySafe && !detail.safe) return false;
  const channels = CHANNELS_OF[detail.kind];
  const asked = channels.length > 0 ? channels : CONTACT_CHANNELS;
  return asked.some((channel) => !restrictions.some((r) => forbids(r, { channel, postId, at })));
}
