import { casesMessages } from './modules/cases';
import { consentsMessages } from './modules/consents';
import { detentionMessages } from './modules/detention';
import { documentsMessages } from './modules/documents';
import { networkMessages } from './modules/network';
import { noticesMessages } from './modules/notices';
import { obligationsMessages } from './modules/obligations';
import { papersMessages } from './modules/papers';
import { peopleMessages } from './modules/people';
import { roundsMessages } from './modules/rounds';
import type { Messages } from './platform/i18n/messages';
import { platformMessages } from './platform/i18n/platform.messages';

/** Every catalogue of texts of the product, gathered from the modules. */
export const catalogues: readonly Messages[] = [
  platformMessages,
  networkMessages,
  peopleMessages,
  casesMessages,
  obligationsMessages,
  consentsMessages,
  detentionMessages,
  documentsMessages,
  roundsMessages,
  noticesMessages,
  papersMessages,
];
