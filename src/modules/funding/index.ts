export { FundingModule } from './funding.module';
export { fundingMessages } from './messages';
