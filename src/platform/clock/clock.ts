import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';

/** The only source of "now". Rules never call it: they are handed an instant. */
export abstract class Clock {
  abstract now(): Temporal.Instant;
}

@Injectable()
export class SystemClock extends Clock {
  now(): Temporal.Instant {
    return Temporal.Now.instant();
  }
}
