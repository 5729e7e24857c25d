import type { Labels } from '../../../platform/i18n/bilingual';

export const ANSWER_CHANNELS = ['email', 'telephone', 'in_person', 'letter'] as const;
/** How the requester is told. */
export type AnswerChannel = (typeof ANSWER_CHANNELS)[number];
export const ANSWER_CHANNEL_LABELS: Labels<AnswerChannel> = {
  email: { es: 'Por correo electrónico', en: 'By e-mail' },
  telephone: { es: 'Por teléfono', en: 'By telephone' },
  in_person: { es: 'En persona', en: 'In person' },
  letter: { es: 'Por carta', en: 'By letter' },
};
