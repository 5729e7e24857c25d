import { joined } from '../../../platform/i18n/bilingual';
import { errorMessages } from './errors';
import { timelineMessages } from './timeline';
import { vocabularyMessages } from './vocabulary';

/** The texts of gender violence in both languages. */
export const genderViolenceMessages = joined(vocabularyMessages, timelineMessages, errorMessages);
