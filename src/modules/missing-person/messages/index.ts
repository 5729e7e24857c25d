import { joined } from '../../../platform/i18n/bilingual';
import { errorMessages } from './errors';
import { timelineMessages } from './timeline';
import { vocabularyMessages } from './vocabulary';

/** The texts of missing persons in both languages. */
export const missingPersonMessages = joined(vocabularyMessages, timelineMessages, errorMessages);
