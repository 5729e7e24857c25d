import { Module } from '@nestjs/common';
import { About } from './demonstration/about';
import { AboutController } from './http/about.controller';
import { WorldController } from './http/world.controller';
import { ShowWorld } from './world/show-world';

/** What headquarters sees of the whole, and whether the whole is sound. */
@Module({
  controllers: [WorldController, AboutController],
  providers: [ShowWorld, About],
})
export class OversightModule {}
