import { joined } from '../../../platform/i18n/bilingual';
import { errorMessages } from './errors';
import { timelineMessages } from './timeline';
import { vocabularyMessages } from './vocabulary';

/** The texts of the cases of minors in both languages. */
export const minorsMessages = joined(vocabularyMessages, timelineMessages, errorMessages);
