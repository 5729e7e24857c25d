import type bulk from './es/bulk.json';
import type access from './es/access.json';
import type breakGlass from './es/break-glass.json';
import type assessment from './es/assessment.json';
import type cases from './es/cases.json';
import type catalogue from './es/catalogue.json';
import type common from './es/common.json';
import type cooperation from './es/cooperation.json';
import type detention from './es/detention.json';
import type documents from './es/documents.json';
import type figures from './es/figures.json';
import type jobs from './es/jobs.json';
import type links from './es/links.json';
import type myDay from './es/my-day.json';
import type newCase from './es/new-case.json';
import type people from './es/people.json';
import type person from './es/person.json';
import type policies from './es/policies.json';
import type queue from './es/queue.json';
import type rounds from './es/rounds.json';
import type safeContact from './es/safe-contact.json';
import type search from './es/search.json';
import type signIn from './es/sign-in.json';
import type visit from './es/visit.json';
import type papers from './es/papers.json';
import type templates from './es/templates.json';
import type verify from './es/verify.json';
import type violence from './es/violence.json';
import type vocabulary from './es/vocabulary.json';
import type world from './es/world.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      bulk: typeof bulk;
      access: typeof access;
      assessment: typeof assessment;
      'break-glass': typeof breakGlass;
      cases: typeof cases;
      catalogue: typeof catalogue;
      common: typeof common;
      cooperation: typeof cooperation;
      detention: typeof detention;
      documents: typeof documents;
      figures: typeof figures;
      jobs: typeof jobs;
      links: typeof links;
      'my-day': typeof myDay;
      'new-case': typeof newCase;
      people: typeof people;
      person: typeof person;
      policies: typeof policies;
      queue: typeof queue;
      rounds: typeof rounds;
      'safe-contact': typeof safeContact;
      search: typeof search;
      'sign-in': typeof signIn;
      visit: typeof visit;
      papers: typeof papers;
      templates: typeof templates;
      verify: typeof verify;
      violence: typeof violence;
      vocabulary: typeof vocabulary;
      world: typeof world;
    };
  }
}
