import { bulkMessages } from './modules/bulk';
import { aidMessages } from './modules/aid';
import { assessmentMessages } from './modules/assessment';
import { casesMessages } from './modules/cases';
import { consentsMessages } from './modules/consents';
import { breakGlassMessages } from './modules/break-glass';
import { cooperationMessages } from './modules/cooperation';
import { catalogueMessages } from './modules/catalogue';
import { crisisMessages } from './modules/crisis';
import { detentionMessages } from './modules/detention';
import { documentsMessages } from './modules/documents';
import { fundingMessages } from './modules/funding';
import { deathMessages } from './modules/death';
import { missingPersonMessages } from './modules/missing-person';
import { genderViolenceMessages } from './modules/gender-violence';
import { minorsMessages } from './modules/minors';
import { networkMessages } from './modules/network';
import { noticesMessages } from './modules/notices';
import { obligationsMessages } from './modules/obligations';
import { oversightMessages } from './modules/oversight';
import { papersMessages } from './modules/papers';
import { peopleMessages } from './modules/people';
import { repatriationMessages } from './modules/repatriation';
import { roundsMessages } from './modules/rounds';
import { safeContactMessages } from './modules/safe-contact';
import { spendingMessages } from './modules/spending';
import { traffickingMessages } from './modules/trafficking';
import type { Messages } from './platform/i18n/messages';
import { platformMessages } from './platform/i18n/platform.messages';
import { operationsMessages } from './platform/operations/messages';

/** Every catalogue of texts of the product, gathered from the modules. */
export const catalogues: readonly Messages[] = [
  platformMessages,
  operationsMessages,
  networkMessages,
  peopleMessages,
  casesMessages,
  bulkMessages,
  catalogueMessages,
  obligationsMessages,
  consentsMessages,
  breakGlassMessages,
  cooperationMessages,
  assessmentMessages,
  detentionMessages,
  deathMessages,
  missingPersonMessages,
  repatriationMessages,
  crisisMessages,
  genderViolenceMessages,
  minorsMessages,
  documentsMessages,
  fundingMessages,
  aidMessages,
  spendingMessages,
  oversightMessages,
  roundsMessages,
  noticesMessages,
  papersMessages,
  safeContactMessages,
  traffickingMessages,
];
