import { Module } from '@nestjs/common';
import { Budget } from './budget/budget';
import { ExchangeRates } from './budget/exchange-rates';
import { BudgetController } from './http/budget.controller';
import { Balances } from './ledger/balances';
import { Ledger } from './ledger/ledger';
import './refusals';

/** Public money over HTTP. */
@Module({
  controllers: [BudgetController],
  providers: [Balances, Budget, ExchangeRates, Ledger],
})
export class FundingModule {}
