import { joined } from '../../../platform/i18n/bilingual';
import { errorMessages } from './errors';
import { timelineMessages } from './timeline';
import { vocabularyMessages } from './vocabulary';

/** The texts of deaths in both languages. */
export const deathMessages = joined(vocabularyMessages, timelineMessages, errorMessages);
