import { joined } from '../../../platform/i18n/bilingual';
import { errorMessages } from './errors';
import { timelineMessages } from './timeline';
import { vocabularyMessages } from './vocabulary';

/** The texts of repatriations in both languages. */
export const repatriationMessages = joined(vocabularyMessages, timelineMessages, errorMessages);
