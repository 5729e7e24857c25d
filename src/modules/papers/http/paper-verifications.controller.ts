import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { Public } from '../../../platform/access/decorators';
import { VerifyPaper } from '../verify-paper';
import { VerifyPaperRequest } from './dto/paper.requests';
import { VerificationResponse } from './dto/paper.responses';

/** Plenty for a clerk with a pile of papers, nothing for a machine that guesses (default). */
const CHECKS_PER_MINUTE = 20;

@ApiTags('papers')
@Controller('paper-verifications')
export class PaperVerificationsController {
  constructor(private readonly verify: VerifyPaper) {}

  /** The code travels in the body: addresses are written down on the way. */
  @Post()
  @HttpCode(200)
  @Public('whoever holds a paper may ask whether it is genuine')
  @Throttle({ default: { limit: CHECKS_PER_MINUTE, ttl: 60_000 } })
  @Header('Cache-Control', 'no-store')
  run(@Body() body: VerifyPaperRequest): Promise<VerificationResponse> {
    return this.verify.run(body);
  }
}
