import { joined } from '../../../platform/i18n/bilingual';
import { errorMessages } from './errors';
import { timelineMessages } from './timeline';
import { vocabularyMessages } from './vocabulary';

/** The texts of detentions in both languages. */
export const detentionMessages = joined(vocabularyMessages, timelineMessages, errorMessages);
