export { CatalogueFamiliesModule, CatalogueModule } from './catalogue.module';
export { catalogueEntities } from './catalogue.entity';
export { catalogueMessages } from './messages';
export { answersAtOdds, type KeptAnswers } from './domain/answers-at-odds';
export { catalogueSchema } from './domain/content';
