export { DeathFamilyModule, DeathModule } from './death.module';
export { deathEntities } from './entities';
export { deathMessages } from './messages';
export { OpenDeathCase } from './open-death-case';
