import type { Labels } from '../../../platform/i18n/bilingual';

/** Towards the detainee, or from them (VCCR 36.1.b: communications are forwarded without delay). */
export const MESSAGE_DIRECTIONS = ['delivered', 'received'] as const;
export type MessageDirection = (typeof MESSAGE_DIRECTIONS)[number];

export const MESSAGE_DIRECTION_LABELS: Labels<MessageDirection> = {
  delivered: { es: 'Entregado a la persona', en: 'Delivered to the person' },
  received: { es: 'Recibido de la persona', en: 'Received from the person' },
};

export const MESSAGE_PARTIES = ['family', 'lawyer', 'authority', 'post', 'other'] as const;
export type MessageParty = (typeof MESSAGE_PARTIES)[number];

export const MESSAGE_PARTY_LABELS: Labels<MessageParty> = {
  family: { es: 'Familia', en: 'Family' },
  lawyer: { es: 'Abogado', en: 'Lawyer' },
  authority: { es: 'Autoridad', en: 'Authority' },
  post: { es: 'Oficina consular', en: 'Consular post' },
  other: { es: 'Otra persona', en: 'Someone else' },
};

/** How the family was told. */
export const FAMILY_CHANNELS = [
  'telephone',
  'email',
  'in_person',
  'letter',
  'ode',
  'other',
] as const;
export type FamilyChannel = (typeof FAMILY_CHANNELS)[number];

export const FAMILY_CHANNEL_LABELS: Labels<FamilyChannel> = {
  telephone: { es: 'Teléfono', en: 'Telephone' },
  email: { es: 'Correo electrónico', en: 'E-mail' },
  in_person: { es: 'En persona', en: 'In person' },
  letter: { es: 'Carta', en: 'Letter' },
  ode: { es: 'Oficina desconcentrada', en: 'Decentralised office' },
  other: { es: 'Otro', en: 'Other' },
};
