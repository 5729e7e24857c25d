import { Module } from '@nestjs/common';
import { PeopleModule } from '../people';
import { SearchController } from './http/search.controller';
import { Search } from './search';
import { SearchReasons } from './search-reasons';

/** The one box that finds anything within the reader's reach. */
@Module({
  imports: [PeopleModule],
  controllers: [SearchController],
  providers: [Search, SearchReasons],
})
export class SearchModule {}
