import type { Messages } from '../../platform/i18n/messages';

export const documentsMessages: Messages = {
  es: {
    'errors.DOCUMENT_TIER_BEYOND_REACH.title': 'No puede guardar partes reservadas en este caso',
    'errors.DOCUMENT_TIER_BEYOND_REACH.detail':
      'Guárdelo como ordinario o pida a quien lleva el caso que lo incorpore.',
  },
  en: {
    'errors.DOCUMENT_TIER_BEYOND_REACH.title': 'You cannot keep restricted parts in this case',
    'errors.DOCUMENT_TIER_BEYOND_REACH.detail':
      'Keep it as standard, or ask whoever works the case to add it.',
  },
};
