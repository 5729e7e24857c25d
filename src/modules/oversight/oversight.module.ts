import { Module } from '@nestjs/common';
import { About } from './demonstration/about';
import { AsOf } from './figures/as-of';
import { FiveCounts } from './figures/five-counts';
import { PersonsAssisted } from './figures/persons-assisted';
import { AboutController } from './http/about.controller';
import { FiguresController } from './http/figures.controller';
import { IndicatorsController } from './http/indicators.controller';
import { WorldController } from './http/world.controller';
import { Indicators } from './indicators/indicators';
import { CountSealed } from './world/count-sealed';
import { ShowWorld } from './world/show-world';
import './refusals';

/** What headquarters sees of the whole, and whether the whole is sound. */
@Module({
  controllers: [WorldController, FiguresController, IndicatorsController, AboutController],
  providers: [ShowWorld, CountSealed, AsOf, FiveCounts, PersonsAssisted, Indicators, About],
})
export class OversightModule {}
