export { minorsEntities } from './entities';
