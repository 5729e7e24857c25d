import type { Messages } from '../../../platform/i18n/messages';
import { errorMessages } from './errors';
import { timelineMessages } from './timeline';
import { vocabularyMessages } from './vocabulary';

const merged = (language: 'es' | 'en'): Record<string, string> => ({
  ...vocabularyMessages[language],
  ...timelineMessages[language],
  ...errorMessages[language],
});

/** The texts of gender violence in both languages. */
export const genderViolenceMessages: Messages = { es: merged('es'), en: merged('en') };
