import { z } from 'zod';
import { DomainError } from '../errors/domain-error';
import { describeFault, isPermanent, storable } from './failure';
import { PermanentFailure } from './job-contract';

const coded = (more: object) => Object.assign(new Error('Juana Quispe <juana@example.pe>'), more);

describe('what is kept of a fault', () => {
  it.each([
    [new DomainError('CASE_IS_FINISHED'), 'CASE_IS_FINISHED'],
    [new PermanentFailure('MAIL_REFUSED'), 'MAIL_REFUSED'],
    [z.object({ id: z.uuid() }).safeParse({}).error, 'PAYLOAD_INVALID'],
    [coded({ code: '23505', constraint: 'mails_key' }), 'PostgreSQL 23505 mails_key'],
    [coded({ responseCode: 451, code: 'EENVELOPE' }), 'SMTP 451'],
    [coded({ code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
    [coded({}), 'Error'],
    ['Juana Quispe', 'UNKNOWN'],
    [coded({ code: 'Juana Quispe' }), 'Error'],
  ])('names it without quoting it: %#', (error, name) => {
    expect(describeFault(error)).toBe(name);
    expect(`${storable(error).message}${storable(error).stack}`).not.toMatch(/juana/i);
  });

  it('tries again unless a rule, the payload or the handler says that it is vain', () => {
    expect(isPermanent(new DomainError('X_Y'))).toBe(true);
    expect(isPermanent(new PermanentFailure('X_Y'))).toBe(true);
    expect(isPermanent(coded({ code: 'ECONNREFUSED' }))).toBe(false);
  });
});
