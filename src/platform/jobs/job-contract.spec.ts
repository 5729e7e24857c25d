import { z } from 'zod';
import { defineJob, jobContracts } from './job-contract';

const define = (name: string, payload: z.ZodType<object>) =>
  defineJob({ name, queue: 'system', payload, key: () => 'key' });

describe('a job contract', () => {
  it('carries ids, numbers and closed codes', () => {
    const contract = define(
      'sample.take',
      z.object({
        id: z.uuid(),
        ids: z.array(z.uuid()).optional(),
        rung: z.enum(['officer', 'head']),
        version: z.int(),
        code: z.string().regex(/^[A-Z]{3}$/),
      }),
    );
    expect(jobContracts()).toContain(contract);
    expect(contract.attempts).toBe(8);
  });

  it.each([
    ['free text', z.object({ name: z.string() })],
    ['text of any length', z.object({ note: z.string().max(10) })],
    ['an address', z.object({ mail: z.email() })],
    ['whatever comes', z.object({ data: z.any() })],
    ['a nested object', z.object({ person: z.object({ name: z.string() }) })],
    ['no object', z.array(z.uuid()) as z.ZodType<object>],
  ])('refuses %s', (_what, payload) => {
    expect(() => define('sample.refuse', payload)).toThrow(/payload/);
  });

  it('has a name of its own, a noun and a verb', () => {
    define('sample.once', z.object({}));
    expect(() => define('sample.once', z.object({}))).toThrow('declared twice');
    expect(() => define('sampleonce', z.object({}))).toThrow('noun.verb');
  });
});
