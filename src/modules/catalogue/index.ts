export { CatalogueFamiliesModule, CatalogueModule } from './catalogue.module';
export { catalogueEntities } from './catalogue.entity';
export { catalogueMessages } from './messages';
