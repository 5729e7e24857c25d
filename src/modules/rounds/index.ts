export { roundsEntities } from './entities';
export { roundsMessages } from './messages';
export { RoundsModule } from './rounds.module';
