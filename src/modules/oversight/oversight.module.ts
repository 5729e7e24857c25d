import { Module } from '@nestjs/common';
import { About } from './demonstration/about';
import { PersonsAssisted } from './figures/persons-assisted';
import { AboutController } from './http/about.controller';
import { FiguresController } from './http/figures.controller';
import { WorldController } from './http/world.controller';
import { CountSealed } from './world/count-sealed';
import { ShowWorld } from './world/show-world';

/** What headquarters sees of the whole, and whether the whole is sound. */
@Module({
  controllers: [WorldController, FiguresController, AboutController],
  providers: [ShowWorld, CountSealed, PersonsAssisted, About],
})
export class OversightModule {}
