import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';

const IS_DEMONSTRATION = statement(
  'oversight.is-demonstration',
  'SELECT app.is_demonstration() AS demonstration',
);

/** Tells whether this installation holds real people or invented ones. */
@Injectable()
export class About {
  constructor(private readonly database: Database) {}

  async show(): Promise<{ demonstration: boolean }> {
    const [row] = await this.database.withoutActor<{ demonstration: boolean }>(IS_DEMONSTRATION);
    return { demonstration: row!.demonstration };
  }
}
