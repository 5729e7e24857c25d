import type cases from './es/cases.json';
import type catalogue from './es/catalogue.json';
import type common from './es/common.json';
import type detention from './es/detention.json';
import type documents from './es/documents.json';
import type jobs from './es/jobs.json';
import type myDay from './es/my-day.json';
import type newCase from './es/new-case.json';
import type people from './es/people.json';
import type person from './es/person.json';
import type policies from './es/policies.json';
import type queue from './es/queue.json';
import type rounds from './es/rounds.json';
import type signIn from './es/sign-in.json';
import type visit from './es/visit.json';
import type papers from './es/papers.json';
import type templates from './es/templates.json';
import type verify from './es/verify.json';
import type vocabulary from './es/vocabulary.json';
import type world from './es/world.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      cases: typeof cases;
      catalogue: typeof catalogue;
      common: typeof common;
      detention: typeof detention;
      documents: typeof documents;
      jobs: typeof jobs;
      'my-day': typeof myDay;
      'new-case': typeof newCase;
      people: typeof people;
      person: typeof person;
      policies: typeof policies;
      queue: typeof queue;
      rounds: typeof rounds;
      'sign-in': typeof signIn;
      visit: typeof visit;
      papers: typeof papers;
      templates: typeof templates;
      verify: typeof verify;
      vocabulary: typeof vocabulary;
      world: typeof world;
    };
  }
}
