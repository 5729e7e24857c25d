import { joined } from '../../../platform/i18n/bilingual';
import { errorMessages } from './errors';
import { timelineMessages } from './timeline';
import { vocabularyMessages } from './vocabulary';

/** The texts of trafficking in both languages. */
export const traffickingMessages = joined(vocabularyMessages, timelineMessages, errorMessages);
