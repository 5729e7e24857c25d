import { casesMessages } from './modules/cases';
import { networkMessages } from './modules/network';
import type { Messages } from './platform/i18n/messages';
import { platformMessages } from './platform/i18n/platform.messages';

/** Every catalogue of texts of the product, gathered from the modules. */
export const catalogues: readonly Messages[] = [platformMessages, networkMessages, casesMessages];
