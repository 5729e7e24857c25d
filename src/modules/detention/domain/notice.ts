import type { Labels } from '../../../platform/i18n/bilingual';

/** How the post came to know (VCCR 36.1.b is the authority's notice; the rest happens more often). */
export const NOTICE_CHANNELS = [
  'written_notice',
  'telephone',
  'email',
  'fax',
  'in_person',
  'family',
  'detainee',
  'lawyer',
  'organisation',
  'press',
  'headquarters',
  'other',
] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

export const NOTICE_CHANNEL_LABELS: Labels<NoticeChannel> = {
  written_notice: {
    es: 'Notificación escrita de la autoridad',
    en: 'Written notice of the authority',
  },
  telephone: { es: 'Llamada de la autoridad', en: 'Telephone call of the authority' },
  email: { es: 'Correo electrónico de la autoridad', en: 'E-mail of the authority' },
  fax: { es: 'Fax de la autoridad', en: 'Fax of the authority' },
  in_person: { es: 'Aviso en persona de la autoridad', en: 'In person by the authority' },
  family: { es: 'Familia', en: 'Family' },
  detainee: { es: 'La propia persona detenida', en: 'The detainee' },
  lawyer: { es: 'Abogado', en: 'Lawyer' },
  organisation: { es: 'Organización', en: 'Organisation' },
  press: { es: 'Prensa', en: 'Press' },
  headquarters: { es: 'Cancillería', en: 'Headquarters' },
  other: { es: 'Otro', en: 'Other' },
};

/** The person's own will on visits, and on telling the family (VCCR 36.1.b–c; CMW 16.7). */
export const WISHES = ['yes', 'no', 'not_asked'] as const;
export type Wish = (typeof WISHES)[number];

export const WISH_LABELS: Labels<Wish> = {
  yes: { es: 'Sí', en: 'Yes' },
  no: { es: 'No', en: 'No' },
  not_asked: { es: 'No se le ha preguntado', en: 'Not asked' },
};

export const WISH_SUBJECTS = ['visit', 'family'] as const;
export type WishSubject = (typeof WISH_SUBJECTS)[number];

export const WISH_SUBJECT_LABELS: Labels<WishSubject> = {
  visit: { es: 'Recibir visitas consulares', en: 'Receiving consular visits' },
  family: { es: 'Que se avise a la familia', en: 'Telling the family' },
};
