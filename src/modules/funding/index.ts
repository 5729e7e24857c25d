export { FundingModule, LedgerModule } from './funding.module';
export { fundingMessages } from './messages';
export { ExchangeRates } from './budget/exchange-rates';
export { entriesOf, PROGRAMMES, type Move, type Programme, type Purse } from './domain/ledger';
export { Ledger } from './ledger/ledger';
export { Budget } from './budget/budget';
export { FiscalYear, PositiveAmount } from './http/dto/fields';
