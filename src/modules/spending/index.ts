export { spendingMessages } from './messages';
export { SpendingModule } from './spending.module';
