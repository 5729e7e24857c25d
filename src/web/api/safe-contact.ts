import { get, post, type Sending } from './client';
import type { Schemas } from './types';

export type SafeContact = Schemas['SafeContactResponse'];
export type SafeContactFields = Schemas['SafeContactFields'];

const at = (id: string) => ({ at: { id } });

export const listSafeContacts = (id: string) => get('/api/v1/cases/{id}/safe-contacts', at(id));
export const arrangeSafeContact = (
  id: string,
  body: Schemas['ArrangeSafeContactRequest'],
  sending: Sending,
) => post('/api/v1/cases/{id}/safe-contacts', body, { ...sending, ...at(id) });
export const listSafeContactPolicies = () => get('/api/v1/safe-contact-policies');
export const createSafeContactPolicy = (
  content: Schemas['SafeContactPolicyContentResponse'],
  reason: string,
  sending: Sending,
) => post('/api/v1/safe-contact-policies', { content: content as never, reason }, sending);
