import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { Budget } from '../budget/budget';
import { ExchangeRates } from '../budget/exchange-rates';
import { Balances } from '../ledger/balances';
import {
  AllotRequest,
  BalancesQuery,
  ChangeQuarterRequest,
  ImportRatesRequest,
  MovementsQuery,
  OpenYearRequest,
  RatesQuery,
  ReverseRequest,
  TransferAllotmentRequest,
} from './dto/budget.requests';
import {
  BalanceListResponse,
  BudgetQuarterListResponse,
  BudgetYearResponse,
  ExchangeRateListResponse,
  MovementPageResponse,
  PostedResponse,
  QuarterStateResponse,
  RatesImportedResponse,
} from './dto/budget.responses';

/** Public money: what each post may spend, and what has become of it. */
@ApiTags('budget')
@Controller()
export class BudgetController {
  constructor(
    private readonly budget: Budget,
    private readonly rates: ExchangeRates,
    private readonly balances: Balances,
  ) {}

  /** By post and programme, with their lines and the total, now or as of an instant. */
  @Get('balances')
  @Requires('ledger.read')
  show(@CurrentActor() actor: Actor, @Query() query: BalancesQuery): Promise<BalanceListResponse> {
    return this.balances.show(actor, query);
  }

  /** Newest first. */
  @Get('ledger-transactions')
  @Requires('ledger.read')
  movements(
    @CurrentActor() actor: Actor,
    @Query() query: MovementsQuery,
  ): Promise<MovementPageResponse> {
    return this.balances.transactions(actor, query);
  }

  /** Takes an allotment or a transfer back, with a reason. */
  @Post('ledger-transactions/:id/reversal')
  @Requires('allotment.manage')
  @Idempotent()
  reverse(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ReverseRequest,
  ): Promise<PostedResponse> {
    return this.budget.reverse(actor, id, body.reason);
  }

  @Get('budget-quarters')
  @Requires('ledger.read')
  quarters(@CurrentActor() actor: Actor): Promise<BudgetQuarterListResponse> {
    return this.balances.quarters(actor);
  }

  @Post('budget-years')
  @Requires('allotment.manage')
  @Idempotent()
  openYear(
    @CurrentActor() actor: Actor,
    @Body() body: OpenYearRequest,
  ): Promise<BudgetYearResponse> {
    return this.budget.openYear(actor, body.year);
  }

  /** What was allotted ahead for it becomes available. */
  @Post('budget-years/:year/quarters/:quarter/opening')
  @HttpCode(200)
  @Requires('allotment.manage')
  open(
    @CurrentActor() actor: Actor,
    @Param('year', ParseIntPipe) year: number,
    @Param('quarter', ParseIntPipe) quarter: number,
    @Body() body: ChangeQuarterRequest,
  ): Promise<QuarterStateResponse> {
    return this.budget.changeQuarter(actor, { year, quarter }, 'open', body.reason);
  }

  /** From now on no money moves on its days. */
  @Post('budget-years/:year/quarters/:quarter/closing')
  @HttpCode(200)
  @Requires('allotment.manage')
  close(
    @CurrentActor() actor: Actor,
    @Param('year', ParseIntPipe) year: number,
    @Param('quarter', ParseIntPipe) quarter: number,
    @Body() body: ChangeQuarterRequest,
  ): Promise<QuarterStateResponse> {
    return this.budget.changeQuarter(actor, { year, quarter }, 'closed', body.reason);
  }

  @Post('allotments')
  @Requires('allotment.manage')
  @Idempotent()
  allot(@CurrentActor() actor: Actor, @Body() body: AllotRequest): Promise<PostedResponse> {
    return this.budget.allot(actor, body);
  }

  @Post('allotment-transfers')
  @Requires('allotment.manage')
  @Idempotent()
  transfer(
    @CurrentActor() actor: Actor,
    @Body() body: TransferAllotmentRequest,
  ): Promise<PostedResponse> {
    return this.budget.transfer(actor, body);
  }

  /** Newest first, at most 200. */
  @Get('exchange-rates')
  @Requires('ledger.read')
  listRates(
    @CurrentActor() actor: Actor,
    @Query() query: RatesQuery,
  ): Promise<ExchangeRateListResponse> {
    return this.rates.list(actor, query.currency);
  }

  /** Every line or none. */
  @Post('exchange-rates')
  @Requires('rate.import')
  @Idempotent()
  importRates(
    @CurrentActor() actor: Actor,
    @Body() body: ImportRatesRequest,
  ): Promise<RatesImportedResponse> {
    return this.rates.import(actor, body);
  }
}
