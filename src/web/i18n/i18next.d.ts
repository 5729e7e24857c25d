import type bulk from './es/bulk.json';
import type cases from './es/cases.json';
import type common from './es/common.json';
import type detention from './es/detention.json';
import type jobs from './es/jobs.json';
import type links from './es/links.json';
import type myDay from './es/my-day.json';
import type newCase from './es/new-case.json';
import type people from './es/people.json';
import type policies from './es/policies.json';
import type queue from './es/queue.json';
import type rounds from './es/rounds.json';
import type search from './es/search.json';
import type signIn from './es/sign-in.json';
import type visit from './es/visit.json';
import type vocabulary from './es/vocabulary.json';
import type world from './es/world.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      bulk: typeof bulk;
      cases: typeof cases;
      common: typeof common;
      detention: typeof detention;
      jobs: typeof jobs;
      links: typeof links;
      'my-day': typeof myDay;
      'new-case': typeof newCase;
      people: typeof people;
      policies: typeof policies;
      queue: typeof queue;
      rounds: typeof rounds;
      search: typeof search;
      'sign-in': typeof signIn;
      visit: typeof visit;
      vocabulary: typeof vocabulary;
      world: typeof world;
    };
  }
}
