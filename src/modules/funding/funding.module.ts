import { Module } from '@nestjs/common';
import { Budget } from './budget/budget';
import { ExchangeRates } from './budget/exchange-rates';
import { BudgetController } from './http/budget.controller';
import { Balances } from './ledger/balances';
import { Ledger } from './ledger/ledger';
import './refusals';

/** The ledger and the rates, for whoever moves money. */
@Module({ providers: [Budget, ExchangeRates, Ledger], exports: [Budget, ExchangeRates, Ledger] })
export class LedgerModule {}

/** Public money over HTTP. */
@Module({
  imports: [LedgerModule],
  controllers: [BudgetController],
  providers: [Balances],
})
export class FundingModule {}
